import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { loadConfig } from '../config.ts';
import { withApplication } from '../test-support/workspace.ts';
import { checkServers } from './check-servers.ts';

const SITE = loadConfig({ graphUrl: 'bolt://127.0.0.1:7687', searchUrl: 'http://127.0.0.1:9200' }, {});

/** The lines of a site whose servers take this long for a call, or are away. */
async function examine(milliseconds: number | 'away' | 'foreign') {
  const clock = { time: 0, now: () => clock.time };
  const revision = async () => {
    if (milliseconds === 'away') throw new FaultlineError('store-unavailable', 'The server cannot be reached.');
    if (milliseconds === 'foreign') throw new FaultlineError('conflict', 'It was made by another program.');
    clock.time += milliseconds;
    return 7;
  };
  const lines: Map<string, unknown> = new Map();
  await withApplication(async ({ graph, index }) => {
    const site: Pick<Application, 'config' | 'graph' | 'index' | 'clock'> = {
      config: SITE,
      clock,
      graph: { ...graph, revision },
      index: { ...index, revision },
    };
    for (const line of await checkServers(site, 3_000)) lines.set(line.name, line);
  });
  return lines;
}

describe('doctor on servers', () => {
  it.each([
    [20, { level: 'ok', detail: 'answers, at revision 7' }],
    [
      9_000,
      { level: 'warn', detail: expect.stringContaining('took 9000 ms'), remedy: expect.stringContaining('FAULTLINE_STORE_MILLISECONDS') },
    ],
    ['away', { level: 'fail', detail: 'The server cannot be reached.', remedy: expect.stringContaining('start it') }],
    ['foreign', { level: 'fail', detail: 'It was made by another program.', remedy: expect.stringContaining('reindex') }],
  ] as const)('that take %s ms', async (milliseconds, line) => {
    const lines = await examine(milliseconds);
    expect([...lines.keys()]).toEqual(['server of the graph', 'server of the search']);
    for (const found of lines.values()) expect(found).toMatchObject(line);
  });
});
