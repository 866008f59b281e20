import { expect, it } from 'vitest';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { reportCluster } from './report-cluster.ts';
import { runClusterSuite } from './run-cluster-suite.ts';
import { SERVER_NAMES } from './server-home.ts';

const MINUTES = 1_800_000;

describeServers('a site on PostgreSQL, Neo4j and Elasticsearch with two workers', () => {
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
