import type { EvaluatedCase, EvaluatedMetric, EvaluatedSuite } from './evaluation.ts';

export interface FigureOfCases {
  readonly metric?: string;
  readonly by?: 'all' | 'form' | 'language';
  readonly group?: string;
  /** Only those that did not come out well. */
  readonly isBad?: boolean;
}

/** Cases behind a figure of a suite, in order of id; without a metric all of the group. */
export function casesOfFigure(
  { cases, metrics }: EvaluatedSuite,
  { metric: name, by = 'all', group = '', isBad = false }: FigureOfCases,
): readonly EvaluatedCase[] {
  const metric = metrics.find((one) => one.name === name);
  return cases.filter(
    (one) =>
      (by === 'all' || (by === 'form' ? one.form : one.language) === group) &&
      (name === undefined || (metric !== undefined && applies(metric, one))) &&
      !(isBad && one.isGood),
  );
}

/** As the statistic of a metric takes its cases: from values of its name, from scores, or from what was refused. */
function applies({ name, statistic }: EvaluatedMetric, { values, scored, refusal }: EvaluatedCase): boolean {
  if (['mean', 'median', 'ninety-fifth'].includes(statistic)) return values[name] !== undefined;
  return statistic.includes('refusal') ? refusal !== undefined : scored !== undefined;
}
