import type { EvaluatedMetric } from '../contract.ts';

const PERCENT = 100;
const DIGITS = 3;

/** A number of a metric: shares in percent with one digit, times in milliseconds. */
export function figureText({ unit }: Pick<EvaluatedMetric, 'unit'>, value: number | undefined): string {
  if (value === undefined) return '–';
  return unit === 'share' ? `${(value * PERCENT).toFixed(1)} %` : `${Number(value.toPrecision(DIGITS))} ms`;
}

/** The 95 % interval of a figure, where it has one. */
export function intervalText(
  metric: Pick<EvaluatedMetric, 'unit'>,
  { low, high }: { readonly low?: number | undefined; readonly high?: number | undefined },
): string {
  return low === undefined || high === undefined ? '' : `${figureText(metric, low)} – ${figureText(metric, high)}`;
}
