import { createRandom } from '../../datasets/index.ts';
import { bootstrapInterval } from '../metrics/bootstrap-interval.ts';
import { printTable } from '../print-table.ts';
import { numberText } from './page/number-text.ts';
import type { CaseRecord, MetricDefinition, RunRecord, SuiteRecord } from './run-record.ts';
import { casesOf, statisticOf } from './statistic-of.ts';

/** How a metric differs between two runs, over the cases that both have. */
export interface MetricDifference {
  readonly suite: string;
  readonly metric: MetricDefinition;
  readonly cases: number;
  readonly first?: number;
  readonly second?: number;
  /** Second less first, with its 95 % interval over pairs of cases. */
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface CaseChange {
  readonly suite: string;
  readonly id: string;
  readonly first: string;
  readonly second: string;
  /** Whether it was well and is not, or the other way round, or neither. */
  readonly turned: 'worse' | 'better' | 'otherwise';
}

export interface RunComparison {
  readonly differences: readonly MetricDifference[];
  readonly changes: readonly CaseChange[];
  /** What cannot be compared, and why. */
  readonly problems: readonly string[];
}

type Pair = readonly [CaseRecord, CaseRecord];

/** Compares two runs case by case; what only one of them has is named. */
export function compareRuns(first: RunRecord, second: RunRecord, seed: number): RunComparison {
  const names = [...new Set([...first.suites, ...second.suites].map(({ suite }) => suite))];
  const compared = names.map((name) => {
    const [one, other] = [first, second].map(({ suites }) => suites.find(({ suite, skipped }) => suite === name && skipped === undefined));
    if (one === undefined || other === undefined)
      return { differences: [], changes: [], problems: [`${name}: one of the runs has not run it`] };
    return compareSuites(one, other, seed);
  });
  return {
    differences: compared.flatMap(({ differences }) => differences),
    changes: compared.flatMap(({ changes }) => changes),
    problems: compared.flatMap(({ problems }) => problems),
  };
}

function compareSuites(first: SuiteRecord, second: SuiteRecord, seed: number): RunComparison {
  const later = new Map(second.cases.map((one) => [one.id, one]));
  const pairs = first.cases.flatMap((one): Pair[] => {
    const other = later.get(one.id);
    return other === undefined ? [] : [[one, other]];
  });
  const alone = first.cases.length + second.cases.length - 2 * pairs.length;
  return {
    differences: second.metrics.map((metric) => differenceOf(second.suite, metric, pairs, seed)),
    changes: pairs
      .filter(([one, other]) => one.outcome !== other.outcome || one.isGood !== other.isGood)
      .map(([one, other]) => ({
        suite: second.suite,
        id: one.id,
        first: one.outcome,
        second: other.outcome,
        turned: one.isGood === other.isGood ? 'otherwise' : other.isGood ? 'better' : 'worse',
      })),
    problems: [
      ...(first.corpus === second.corpus ? [] : [ofCorpora(second.suite, pairs.length)]),
      ...(alone === 0 ? [] : [`${second.suite}: ${alone} cases are in one of the runs alone`]),
    ],
  };
}

function ofCorpora(suite: string, shared: number): string {
  const what = `${suite}: the runs are over different corpora`;
  if (shared === 0) return `${what}, and no case is in both, so nothing is compared: run both over the same questions, with an id each`;
  return `${what}: the ${shared} cases of the same id are compared, and a difference may come from what was asked as well as from the answers`;
}

function differenceOf(suite: string, metric: MetricDefinition, pairs: readonly Pair[], seed: number): MetricDifference {
  const own = pairs.filter((pair) => casesOf(metric, pair).length > 0);
  const valueOfSide = (side: 0 | 1) => (sample: readonly Pair[]) =>
    statisticOf(
      metric,
      sample.map((pair) => pair[side]),
    );
  const difference = (sample: readonly Pair[]) => {
    const [one, other] = [valueOfSide(0)(sample), valueOfSide(1)(sample)];
    return one === undefined || other === undefined ? undefined : other - one;
  };
  const [one, other, between] = [valueOfSide(0)(own), valueOfSide(1)(own), difference(own)];
  const interval = between === undefined ? undefined : bootstrapInterval(own, difference, createRandom(seed, `${suite}/${metric.name}`));
  return {
    suite,
    metric,
    cases: own.length,
    ...(one === undefined ? {} : { first: one }),
    ...(other === undefined ? {} : { second: other }),
    ...(between === undefined ? {} : { difference: between }),
    ...(interval ?? {}),
  };
}

/** For a terminal: differences, cases that changed (worse ones first), what cannot be compared. */
export function describeComparison({ differences, changes, problems }: RunComparison): string {
  const text = (metric: MetricDefinition, value: number | undefined) => (value === undefined ? 'n/a' : numberText(metric, value));
  const rows = differences.map(({ suite, metric, cases, first, second, difference, low, high }) => [
    suite,
    metric.title.en,
    text(metric, first),
    text(metric, second),
    text(metric, difference),
    low === undefined || high === undefined ? '' : `${text(metric, low)} – ${text(metric, high)}`,
    cases,
  ]);
  const order = { worse: 0, better: 1, otherwise: 2 };
  const lines = [...changes]
    .sort((a, b) => order[a.turned] - order[b.turned])
    .map(({ suite, id, first, second, turned }) => `${turned}: ${suite} ${id}: ${first} → ${second}`);
  return `${[printTable(['suite', 'metric', 'first', 'second', 'difference', '95 % interval', 'cases'], rows), lines.join('\n'), problems.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}
