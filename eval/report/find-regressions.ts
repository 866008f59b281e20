import type { Baseline } from './baseline.ts';
import { numberText } from './page/number-text.ts';
import type { RunRecord, SuiteRecord } from './run-record.ts';

/** So that a value that stands exactly at the tolerance is within it. */
const ROUNDING = 1e-6;
const MOST_NAMED = 20;

/**
 * What a run fell behind its baseline in, a sentence each: a value beyond its tolerance, with the cases that are newly not well; a
 * suite or metric that is gone; a suite over another corpus, of which values cannot be compared. Empty: the gate is passed.
 */
export function findRegressions(baseline: Baseline, run: RunRecord): readonly string[] {
  return Object.entries(baseline.suites).flatMap(([name, held]): readonly string[] => {
    const suite = run.suites.find((one) => one.suite === name);
    if (suite === undefined || suite.skipped !== undefined)
      return [`${name}: was not run${suite === undefined ? '' : ` (${suite.skipped})`}`];
    if (suite.corpus !== held.corpus) return [`${name}: was run over another corpus than the baseline; make the baseline anew`];
    const fallen = Object.entries(held.values).flatMap(([metric, was]) => {
      const tolerance = baseline.tolerances[`${name}/${metric}`] ?? baseline.tolerance;
      return fallOf(suite, metric, was, tolerance);
    });
    const newly = suite.cases.filter(({ id, isGood }) => !isGood && held.notWell[id] === undefined);
    const named = newly.slice(0, MOST_NAMED).map(({ id, outcome }) => `${id} (${outcome})`);
    const rest = newly.length > MOST_NAMED ? ` and ${newly.length - MOST_NAMED} more` : '';
    return fallen.length === 0 || newly.length === 0 ? fallen : [...fallen, `${name}: newly not well: ${named.join(', ')}${rest}`];
  });
}

function fallOf(suite: SuiteRecord, name: string, was: number, tolerance: number): readonly string[] {
  const metric = suite.metrics.find((one) => one.name === name);
  const value = suite.measures.find((one) => one.metric === name && one.by === 'all')?.value;
  if (metric === undefined || value === undefined) return [`${suite.suite}/${name}: was ${was}, is not measured any more`];
  const fall = metric.better === 'higher' ? was - value : value - was;
  if (fall <= tolerance + ROUNDING) return [];
  return [
    `${suite.suite}/${name}: was ${numberText(metric, was)}, is ${numberText(metric, value)}; ${numberText(metric, tolerance)} are allowed`,
  ];
}
