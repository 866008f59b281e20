import type { MetricDefinition } from '../run-record.ts';

const AREAS: ReadonlySet<string> = new Set(['auroc', 'calibration-error', 'risk-coverage-area']);

/** A number as people read it: shares in percent, areas and errors plain, times in milliseconds. */
export function numberText({ statistic, unit }: Pick<MetricDefinition, 'statistic' | 'unit'>, value: number): string {
  if (unit === 'milliseconds') return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return AREAS.has(statistic) ? value.toFixed(3) : `${(100 * value).toFixed(1)} %`;
}
