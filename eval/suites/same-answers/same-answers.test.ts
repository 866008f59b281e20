import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../../app/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { withServerSite } from '../../../tools/services/server-site.test-support.ts';
import { compareSites } from './compare-sites.ts';

const MINUTES = 600_000;
const NEVER = new AbortController().signal;
/** One question of so many; `eval run same-answers` asks all. */
const EVERY = 6;
/** Of the gold questions of a plant; each that differs is printed by the suite, to be explained. */
const MOST_DIFFERING = 0.01;

describeServers('the gold questions of the demo plant', (servers) => {
  it(
    'have the same content from PostgreSQL, Neo4j and Elasticsearch as from one folder',
    async () => {
      const home = await mkdtemp(join(tmpdir(), 'faultline-same-'));
      try {
        await withServerSite(servers, async (site) => {
          const compared = await compareSites(loadConfig({ home, ...site }, {}), 1, NEVER, EVERY);
          expect(compared).toMatchObject({ sameKnowledge: true, drift: 0 });
          expect(compared.differing.length, JSON.stringify(compared.differing)).toBeLessThanOrEqual(compared.questions * MOST_DIFFERING);
        });
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    },
    MINUTES,
  );
});
