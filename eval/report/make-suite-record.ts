import { createRandom } from '../../datasets/index.ts';
import { compareText } from '../../kernel/index.ts';
import { bootstrapInterval } from '../metrics/bootstrap-interval.ts';
import { unanimousInterval } from '../metrics/unanimous-interval.ts';
import type { CaseRecord, Measure, MetricDefinition, SuiteRecord } from './run-record.ts';
import { casesOf, statisticOf } from './statistic-of.ts';

type Unmeasured = Omit<SuiteRecord, 'measures' | 'problems' | 'skipped'> & { readonly problems?: readonly string[] };

/** The record of a suite that ran: its cases in order of id, each metric measured over all, and by form and language where there are several. */
export function makeSuiteRecord(suite: Unmeasured, seed: number): SuiteRecord {
  const cases = [...suite.cases].sort((a, b) => compareText(a.id, b.id));
  const groups = [
    { by: 'all', group: '', members: cases } as const,
    ...groupsOf(cases, 'form', ({ form }) => form),
    ...groupsOf(cases, 'language', ({ language }) => language),
  ];
  const measures = suite.metrics.flatMap((metric) =>
    groups.map(({ by, group, members }) => measure(metric, by, group, members, `${suite.suite}/${metric.name}/${by}/${group}`, seed)),
  );
  return { ...suite, cases, measures, problems: [...(suite.problems ?? [])] };
}

/** The record of a suite that this machine cannot run. */
export function skippedSuite(suite: Pick<SuiteRecord, 'suite' | 'title'>, why: string): SuiteRecord {
  return { ...suite, skipped: why, corpus: '', scoresAre: 'none', metrics: [], measures: [], cases: [], problems: [] };
}

/** Each group draws from a source of its own, so that another suite or metric moves no interval. */
function measure(
  metric: MetricDefinition,
  by: Measure['by'],
  group: string,
  members: readonly CaseRecord[],
  name: string,
  seed: number,
): Measure {
  const own = casesOf(metric, members);
  const value = statisticOf(metric, own);
  if (value === undefined) return { metric: metric.name, by, group, cases: own.length };
  const shares =
    metric.statistic === 'mean' && metric.unit === 'share'
      ? unanimousInterval(own.flatMap(({ values }) => values[metric.name] ?? []))
      : undefined;
  const interval = shares ?? bootstrapInterval(own, (sample) => statisticOf(metric, sample), createRandom(seed, name));
  return { metric: metric.name, by, group, cases: own.length, value, ...(interval ?? {}) };
}

function groupsOf(cases: readonly CaseRecord[], by: 'form' | 'language', nameOf: (one: CaseRecord) => string) {
  const names = [...new Set(cases.map(nameOf))].sort(compareText);
  return names.length < 2 ? [] : names.map((group) => ({ by, group, members: cases.filter((one) => nameOf(one) === group) }));
}
