import type { DataPoint, Histogram, MetricData } from '@opentelemetry/sdk-metrics';
import type { Measured, MeasuredValue } from './telemetry.ts';

/** Numbers that the OTLP packages have for these words; the packages themselves are loaded only where something is sent. */
const CUMULATIVE = 1;
const HISTOGRAM = 0;
const GAUGE = 2;
const SUM = 3;
const DOUBLE = 1;

type Instant = [number, number];
interface Span {
  readonly startTime: Instant;
  readonly endTime: Instant;
}

/** Metrics of Prometheus in the form of OTLP, as counted since `began`. Summaries are left out: none of ours is one. */
export function toMetrics(measured: readonly Measured[], began: number, now: number): MetricData[] {
  const span = { startTime: instantOf(began), endTime: instantOf(now) };
  return measured.flatMap((metric): MetricData[] => {
    const shared = {
      descriptor: { name: metric.name, description: metric.help, unit: metric.name.endsWith('_seconds') ? 's' : '', valueType: DOUBLE },
      aggregationTemporality: CUMULATIVE,
    };
    const points = () => metric.values.map(({ labels, value }) => ({ ...span, attributes: { ...labels }, value }));
    if (metric.type === 'gauge') return [{ ...shared, dataPointType: GAUGE, dataPoints: points() }];
    if (metric.type === 'counter') return [{ ...shared, dataPointType: SUM, isMonotonic: true, dataPoints: points() }];
    return metric.type === 'histogram' ? [{ ...shared, dataPointType: HISTOGRAM, dataPoints: histograms(metric, span) }] : [];
  });
}

/** Prometheus counts up to each bound, OTLP between two. */
function histograms({ name, values }: Measured, span: Span): DataPoint<Histogram>[] {
  const series = new Map<string, { readonly labels: MeasuredValue['labels']; readonly values: MeasuredValue[] }>();
  for (const value of values) {
    const { le, ...labels } = value.labels;
    const key = JSON.stringify(Object.entries(labels).sort());
    const found = series.get(key) ?? { labels, values: [] };
    found.values.push(value);
    series.set(key, found);
  }
  return [...series.values()].map(({ labels, values: own }) => {
    const one = (suffix: string) => own.find(({ metricName }) => metricName === `${name}_${suffix}`)?.value ?? 0;
    const upTo = own
      .filter(({ metricName, labels: { le } }) => metricName === `${name}_bucket` && le !== '+Inf')
      .map(({ labels: { le }, value }) => ({ bound: Number(le), value }))
      .sort((left, right) => left.bound - right.bound);
    const count = one('count');
    const totals = [0, ...upTo.map(({ value }) => value), count];
    const counts = totals.slice(1).map((total, index) => total - (totals[index] ?? 0));
    return {
      ...span,
      attributes: { ...labels },
      value: { buckets: { boundaries: upTo.map(({ bound }) => bound), counts }, sum: one('sum'), count },
    };
  });
}

/** Seconds and nanoseconds of milliseconds. */
export function instantOf(milliseconds: number): Instant {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1e6)];
}
