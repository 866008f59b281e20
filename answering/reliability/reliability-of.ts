import type { ColumnsRow, Value } from '../../kernel/index.ts';
import { keyOf } from '../figures/group-key.ts';
import { fitWeibull, type Lifetime, type WeibullFit } from './fit-weibull.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const YEAR = 365.25;

/** What the rows of a log say of how often one asset failed. Times are calendar times: whether it ran meanwhile is not known. */
export interface AssetReliability {
  readonly asset: string;
  readonly failures: number;
  /** Part of all failures, and of those up to this one in order of their number, from 0 to 1. */
  readonly share: number;
  readonly cumulative: number;
  /** First and last failure, milliseconds since 1970, UTC. */
  readonly first: number;
  readonly last: number;
  /** Days between one failure and the next, on average: last less first, by one less than the failures. */
  readonly meanDaysBetween?: number;
  /** Failures a year over the period of the log. */
  readonly perYear?: number;
  /** Failures that came within the days asked for after the one before. */
  readonly repeats: number;
  /** Mean hours from begin to end, over the failures that give both. */
  readonly repair?: { readonly meanHours: number; readonly of: number };
  /** Of the days between failures; the time from the last one to the end of the log is censored. */
  readonly weibull?: WeibullFit;
}

export interface Reliability {
  /** First and last time of all rows: the period that rates are over and at whose end times are censored. */
  readonly period?: { readonly from: number; readonly to: number };
  /** The asset with the most failures first; ties by name. */
  readonly assets: readonly AssetReliability[];
  /** Rows that name no asset, or give no date that can be read: they are in no figure. */
  readonly withoutAsset: number;
  readonly withoutDate: number;
}

interface Failure {
  readonly asset: string;
  /** The same however the asset is written, as in other figures. */
  readonly key: string;
  readonly time: number;
  readonly end?: number;
}

/** Failures, times between them, repeats, times of repair and Weibull fits by asset. Each row is one failure. `within`: days. */
export function reliabilityOf(rows: readonly ColumnsRow[], within: number): Reliability {
  const failures: Failure[] = [];
  let [withoutAsset, withoutDate] = [0, 0];
  for (const { record } of rows) {
    const { asset, date } = record.columns;
    const time = timeOf(date);
    const end = timeOf(record.columns['end-date']);
    if (asset === undefined || asset === null) withoutAsset += 1;
    else if (time === undefined) withoutDate += 1;
    else failures.push({ asset: asset.text, key: keyOf(asset), time, ...(end === undefined || end < time ? {} : { end }) });
  }
  const times = failures.map(({ time }) => time);
  if (times.length === 0) return { assets: [], withoutAsset, withoutDate };
  const period = { from: times.reduce((least, time) => Math.min(least, time)), to: times.reduce((most, time) => Math.max(most, time)) };
  const byAsset = new Map<string, Failure[]>();
  for (const failure of failures) {
    const own = byAsset.get(failure.key);
    if (own === undefined) byAsset.set(failure.key, [failure]);
    else own.push(failure);
  }
  const ordered = [...byAsset].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
  let before = 0;
  const assets = ordered.map(([, own]) => {
    before += own.length;
    return { ...reliabilityOfAsset(own, period, within), share: own.length / failures.length, cumulative: before / failures.length };
  });
  return { period, assets, withoutAsset, withoutDate };
}

function reliabilityOfAsset(
  failures: readonly Failure[],
  { from, to }: { readonly from: number; readonly to: number },
  within: number,
): Omit<AssetReliability, 'share' | 'cumulative'> {
  const times = failures.map(({ time }) => time).sort((a, b) => a - b);
  const [first = from] = times;
  const last = times.at(-1) ?? first;
  const between = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / DAY);
  const years = (to - from) / DAY / YEAR;
  const repaired = failures.flatMap(({ time, end }) => (end === undefined ? [] : [(end - time) / HOUR]));
  const lifetimes: readonly Lifetime[] = [
    ...between.map((time) => ({ time, isCensored: false })),
    { time: (to - last) / DAY, isCensored: true },
  ];
  const weibull = fitWeibull(lifetimes);
  return {
    asset: failures.map(({ asset }) => asset).sort()[0] ?? '',
    failures: times.length,
    first,
    last,
    repeats: between.filter((days) => days <= within).length,
    ...(between.length === 0 ? {} : { meanDaysBetween: (last - first) / DAY / between.length }),
    ...(years > 0 ? { perYear: times.length / years } : {}),
    ...(repaired.length === 0
      ? {}
      : { repair: { meanHours: repaired.reduce((sum, hours) => sum + hours, 0) / repaired.length, of: repaired.length } }),
    ...(weibull === undefined ? {} : { weibull }),
  };
}

function timeOf(value: Value | null | undefined): number | undefined {
  return value?.kind === 'date' ? value.time : undefined;
}
