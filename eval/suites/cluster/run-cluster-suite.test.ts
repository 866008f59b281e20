import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../datasets/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { drawCourse, lastingDocuments } from './course.ts';
import { reportCluster } from './report-cluster.ts';
import { runClusterSuite } from './run-cluster-suite.ts';

const MINUTES = 1_800_000;
/** A slice: `eval run cluster` runs as many as are asked for. */
const TRIALS = 4;

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
