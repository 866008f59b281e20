import { assertNever } from '../../kernel/index.ts';
import { auroc, balancedAccuracy, calibrationError, type ScoredClaim } from '../metrics/detector-metrics.ts';
import { mean } from '../metrics/mean.ts';
import { type RefusalScores, refusalScores } from '../metrics/refusal-scores.ts';
import { riskCoverageArea } from '../metrics/risk-coverage.ts';
import type { CaseRecord, MetricDefinition } from './run-record.ts';

const EVEN = 0.5;
export const BINS = 10;

/** Cases that a metric applies to. */
export function casesOf({ name, statistic }: MetricDefinition, cases: readonly CaseRecord[]): readonly CaseRecord[] {
  switch (statistic) {
    case 'mean':
    case 'median':
    case 'ninety-fifth':
      return cases.filter(({ values }) => values[name] !== undefined);
    case 'auroc':
    case 'balanced-accuracy':
    case 'calibration-error':
    case 'risk-coverage-area':
      return cases.filter(({ scored }) => scored !== undefined);
    case 'refusal-precision':
    case 'refusal-recall':
    case 'refusal-balance':
    case 'false-refusals':
      return cases.filter(({ refusal }) => refusal !== undefined);
    default:
      return assertNever(statistic);
  }
}

/** The number of a metric over some cases; undefined where it says nothing. */
export function statisticOf({ name, statistic }: MetricDefinition, cases: readonly CaseRecord[]): number | undefined {
  const values = () => cases.flatMap((one) => one.values[name] ?? []);
  switch (statistic) {
    case 'mean':
      return mean(values());
    case 'median':
      return quantile(values(), EVEN);
    case 'ninety-fifth':
      return quantile(values(), 0.95);
    case 'auroc':
      return auroc(scoresOf(cases));
    case 'balanced-accuracy':
      return balancedAccuracy(acceptedOf(cases), EVEN);
    case 'calibration-error':
      return calibrationError(scoresOf(cases), BINS);
    case 'risk-coverage-area':
      return riskCoverageArea(scoresOf(cases));
    case 'refusal-precision':
      return refusalsOf(cases).precision;
    case 'refusal-recall':
      return refusalsOf(cases).recall;
    case 'refusal-balance':
      return refusalsOf(cases).balance;
    case 'false-refusals':
      return refusalsOf(cases).falseRefusals;
    default:
      return assertNever(statistic);
  }
}

export function scoresOf(cases: readonly CaseRecord[]): readonly ScoredClaim[] {
  return cases.flatMap(({ scored }) => scored ?? []);
}

/** What was accepted scores 1, whatever it was accepted by. */
function acceptedOf(cases: readonly CaseRecord[]): readonly ScoredClaim[] {
  return cases.flatMap(({ scored }) =>
    scored === undefined
      ? []
      : [{ isSupported: scored.isSupported, score: scored.isAccepted === undefined ? scored.score : Number(scored.isAccepted) }],
  );
}

function refusalsOf(cases: readonly CaseRecord[]): RefusalScores {
  return refusalScores(cases.flatMap(({ refusal }) => refusal ?? []));
}

/** The nearest rank; undefined of nothing. */
function quantile(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];
}
