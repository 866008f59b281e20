import type { MetricDefinition } from '../report/run-record.ts';

/** A share that the gate holds. */
export function share(
  name: string,
  zh: string,
  en: string,
  better: MetricDefinition['better'],
  statistic: MetricDefinition['statistic'] = 'mean',
): MetricDefinition {
  return { name, title: { zh, en }, statistic, better, unit: 'share', isGuarded: true };
}

/** A time, which depends on the machine and is held by nothing. */
export function time(name: string, zh: string, en: string, statistic: 'median' | 'ninety-fifth'): MetricDefinition {
  return { name, title: { zh, en }, statistic, better: 'lower', unit: 'milliseconds', isGuarded: false };
}

export const REFUSAL_METRICS: readonly MetricDefinition[] = [
  share('refusal-balance', '拒答 F1', 'refusal F1', 'higher', 'refusal-balance'),
  share('refusal-precision', '拒答精确率', 'refusal precision', 'higher', 'refusal-precision'),
  share('refusal-recall', '拒答召回率', 'refusal recall', 'higher', 'refusal-recall'),
  share('false-refusals', '误拒率', 'false refusals', 'lower', 'false-refusals'),
  share('risk-coverage-area', '风险–覆盖曲线下面积', 'area under risk over coverage', 'lower', 'risk-coverage-area'),
];
