import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../datasets/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { drawCourse, lastingDocuments } from './course.ts';
import { reportCluster } from './report-cluster.ts';
import { runClusterSuite } from './run-cluster-suite.ts';
import { SERVER_NAMES } from './server-home.ts';

const MINUTES = 1_800_000;
/** A slice: `eval run cluster` runs as many as are asked for, some of them with kills of servers. */
const TRIALS = 20;

describeServers('a site on PostgreSQL, Neo4j and Elasticsearch with two workers', (servers) => {
  it('becomes what an undisturbed site in one folder is, whoever is killed on the way', { timeout: MINUTES }, async () => {
    const options = { seed: 1, count: TRIALS, serverKills: 0, lanes: 2, servers };
    const report = await runClusterSuite(options, new AbortController().signal);
    process.stdout.write(reportCluster(report));
    expect(report.trials.flatMap(({ seed, faults }) => faults.map((fault) => `${seed}: ${fault}`))).toEqual([]);
    expect(report.trials).toHaveLength(TRIALS);
    // A trial in which nobody died at all would prove less; most points are met.
    expect(report.trials.flatMap(({ kills }) => kills).length).toBeGreaterThanOrEqual(TRIALS / 2);
    expect(report.trials.reduce((sum, { asked }) => sum + asked.answered, 0)).toBeGreaterThan(TRIALS);
  });

  it('loses nothing and answers or refuses in time when each of its servers is killed amid work', { timeout: MINUTES }, async () => {
    const count = SERVER_NAMES.length;
    const report = await runClusterSuite({ seed: 1001, count, serverKills: count, lanes: 1 }, new AbortController().signal);
    process.stdout.write(reportCluster(report));
    expect(report.trials.flatMap(({ seed, faults }) => faults.map((fault) => `${seed}: ${fault}`))).toEqual([]);
    expect(report.trials.map(({ serverKill }) => serverKill?.server).sort()).toEqual([...SERVER_NAMES].sort());
    for (const { asked, serverKill } of report.trials) {
      expect(serverKill?.running).not.toEqual([]);
      expect(asked.answered).toBeGreaterThan(0);
      // What an answer did without is named in it; only the ledger's server has none to do without.
      const without = { postgres: 'store-unavailable', neo4j: 'no-graph', elasticsearch: 'no-index' }[serverKill?.server ?? 'postgres'];
      expect(Object.keys({ ...asked.degraded, ...asked.refused }).join(' ')).toContain(without);
    }
  });
});

describe('a course of documents', () => {
  const digest = (seed: number): string =>
    createHash('sha256')
      .update(JSON.stringify(drawCourse(createRandom(seed, 'cluster'))))
      .digest('hex');

  it('is the same for the same seed and another one for another', () => {
    expect(digest(3)).toBe(digest(3));
    expect(digest(3)).not.toBe(digest(4));
  });

  it('leaves what was neither deleted nor taken back, with its versions in the order in which they came', () => {
    const send = (uri: string, text: string, labels: readonly string[] = []) => ({ kind: 'send', uri, text, labels }) as const;
    expect(
      lastingDocuments([
        send('手册.md', '一'),
        send('手册.md', '二', ['维修']),
        send('手册.md', '一'),
        send('notes.txt', 'one'),
        { kind: 'delete', uri: 'notes.txt', by: 'worker' },
        { kind: 'settle' },
        send('manual.md', 'a'),
        send('manual.md', 'b'),
        { kind: 'take-back', uri: 'manual.md', text: 'b' },
      ]),
    ).toEqual([
      {
        uri: '手册.md',
        labels: ['维修'],
        versions: [
          { text: '一', labels: [] },
          { text: '二', labels: ['维修'] },
        ],
      },
      { uri: 'manual.md', labels: [], versions: [{ text: 'a', labels: [] }] },
    ]);
  });

  it('has every kind of step among some seeds', () => {
    const kinds = new Set(
      Array.from({ length: 20 }, (_, seed) => drawCourse(createRandom(seed, 'cluster'))).flatMap((course) =>
        course.map(({ kind }) => kind),
      ),
    );
    expect([...kinds].sort()).toEqual(['delete', 'send', 'settle', 'take-back']);
  });
});
