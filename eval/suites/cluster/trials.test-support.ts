import { expect, it } from 'vitest';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { reportCluster } from './report-cluster.ts';
import { runClusterSuite } from './run-cluster-suite.ts';

const MINUTES = 1_800_000;
/**
 * Four files have as many each, so that none of them is what a run of all tests waits for in the end. Their seeds lie apart, so that
 * the first steps at which a worker dies do. `eval run cluster --seed 1 --count 20` runs the seeds between them too.
 */
const TRIALS = 2;

/** A slice, from the trial of a seed on: `eval run cluster` runs as many as are asked for, some of them with kills of servers. */
export function describeTrials(seed: number): void {
  describeServers(`a site on PostgreSQL, Neo4j and Elasticsearch with two workers (seeds from ${seed})`, (servers) => {
    it('becomes what an undisturbed site in one folder is, whoever is killed on the way', { timeout: MINUTES }, async () => {
      const options = { seed, count: TRIALS, serverKills: 0, lanes: 1, servers };
      const report = await runClusterSuite(options, new AbortController().signal);
      process.stdout.write(reportCluster(report));
      expect(report.trials.flatMap((trial) => trial.faults.map((fault) => `${trial.seed}: ${fault}`))).toEqual([]);
      expect(report.trials).toHaveLength(TRIALS);
      // A trial in which nobody died at all would prove less; most points are met.
      expect(report.trials.flatMap(({ kills }) => kills).length).toBeGreaterThanOrEqual(TRIALS / 2);
      expect(report.trials.reduce((sum, { asked }) => sum + asked.answered, 0)).toBeGreaterThan(TRIALS);
    });
  });
}
