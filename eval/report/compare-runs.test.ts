import { describe, expect, it } from 'vitest';
import { makeBaseline } from './baseline.ts';
import { compareRuns, describeComparison } from './compare-runs.ts';
import { findRegressions } from './find-regressions.ts';
import { makeRunRecord } from './make-run-record.ts';
import { makeSuiteRecord, skippedSuite } from './make-suite-record.ts';
import { type CaseRecord, type MetricDefinition, parseRunRecord, type RunRecord } from './run-record.ts';

const metric = (name: string, better: MetricDefinition['better'], isGuarded = true): MetricDefinition => ({
  name,
  title: { zh: name, en: name },
  statistic: 'mean',
  better,
  unit: 'share',
  isGuarded,
});
const METRICS = [metric('right', 'higher'), metric('wrong', 'lower'), metric('speed', 'lower', false)];

/** Twenty cases of which the named ones are wrong. */
function runOf(wrong: readonly number[], corpus = 'plant'): RunRecord {
  const cases = Array.from({ length: 20 }, (_, at): CaseRecord => {
    const isGood = !wrong.includes(at);
    return {
      id: `q${String(at).padStart(2, '0')}`,
      language: 'en',
      form: 'value',
      outcome: isGood ? 'right' : 'wrong',
      isGood,
      values: { right: Number(isGood), wrong: Number(!isGood), speed: wrong.length },
    };
  });
  const suite = { suite: 'gold', title: { zh: '', en: '' }, corpus, scoresAre: 'none' as const, metrics: METRICS, cases };
  return makeRunRecord({ version: '1', at: 0, seed: 1, configuration: '' }, [makeSuiteRecord(suite, 1)]);
}
const TOLERANCE = { tolerance: 0.05, tolerances: {}, suites: {} };

describe('findRegressions', () => {
  const baseline = makeBaseline(runOf([3]), TOLERANCE);

  it('lets a run pass that fell no further than the tolerance, or rose', () => {
    expect(findRegressions(baseline, runOf([4, 5]))).toEqual([]);
    expect(findRegressions(baseline, runOf([]))).toEqual([]);
  });

  it('names what fell beyond it, and the cases that are newly not well', () => {
    expect(findRegressions(baseline, runOf([3, 4, 5]))).toEqual([
      'gold/right: was 95.0 %, is 85.0 %; 5.0 % are allowed',
      'gold/wrong: was 5.0 %, is 15.0 %; 5.0 % are allowed',
      'gold: newly not well: q04 (wrong), q05 (wrong)',
    ]);
  });

  it('holds a metric to its own tolerance where it has one, and no metric that depends on the machine', () => {
    const own = makeBaseline(runOf([3]), { ...TOLERANCE, tolerance: 0.5, tolerances: { 'gold/right': 0.05 } });
    expect(findRegressions(own, runOf([3, 4, 5]))[0]).toMatch(/^gold\/right/u);
    expect(findRegressions(own, runOf([3, 4, 5])).filter((line) => line.startsWith('gold/'))).toHaveLength(1);
  });

  it('does not pass what was not run, or was run over something else', () => {
    const skipped = { ...runOf([]), suites: [skippedSuite({ suite: 'gold', title: { zh: '', en: '' } }, 'no plant')] };
    expect(findRegressions(baseline, skipped)).toEqual(['gold: was not run (no plant)']);
    expect(findRegressions(baseline, { ...runOf([]), suites: [] })).toEqual(['gold: was not run']);
    expect(findRegressions(baseline, runOf([], 'another'))).toEqual([
      'gold: was run over another corpus than the baseline; make the baseline anew',
    ]);
  });
});

describe('compareRuns', () => {
  it('pairs cases: the interval is over their differences, and those that changed are named', () => {
    const { differences, changes, problems } = compareRuns(runOf([3, 4]), runOf([4, 5, 6]), 1);
    const right = differences.find(({ metric: { name } }) => name === 'right');
    expect(right).toMatchObject({ cases: 20, first: 0.9, second: 0.85 });
    expect(right?.difference).toBeCloseTo(-0.05, 12);
    expect(right?.low).toBeLessThan(0);
    expect(right?.high).toBeGreaterThan(0);
    expect(changes).toEqual([
      { suite: 'gold', id: 'q03', first: 'wrong', second: 'right', turned: 'better' },
      { suite: 'gold', id: 'q05', first: 'right', second: 'wrong', turned: 'worse' },
      { suite: 'gold', id: 'q06', first: 'right', second: 'wrong', turned: 'worse' },
    ]);
    expect(problems).toEqual([]);
    expect(describeComparison({ differences, changes, problems })).toMatch(/worse: gold q05: right → wrong\n.*\nbetter: gold q03/u);
  });

  it('says that runs of nothing in common cannot be compared', () => {
    expect(compareRuns(runOf([]), { ...runOf([]), suites: [] }, 1).problems).toEqual(['gold: one of the runs has not run it']);
    expect(compareRuns(runOf([]), runOf([], 'another'), 1).problems).toEqual([
      'gold: the runs are over different corpora: the 20 cases of the same id are compared, and a difference may come from what was asked as well as from the answers',
    ]);
  });
});

describe('parseRunRecord', () => {
  it('reads what was written, and says of anything else that it is no record', () => {
    const run = runOf([1]);
    expect(parseRunRecord(JSON.stringify(run), 'run.json')).toEqual(run);
    expect(() => parseRunRecord('{"format":"other"}', 'run.json')).toThrow(/run\.json is no record of a run/u);
    expect(() => parseRunRecord('no', 'run.json')).toThrow(/run\.json does not hold JSON/u);
  });
});
