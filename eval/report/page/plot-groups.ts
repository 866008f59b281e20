import type { Measure, MetricDefinition } from '../run-record.ts';
import { htmlText, inBoth } from './html-text.ts';
import { numberText } from './number-text.ts';

const WIDTH = 520;
const LABEL = 150;
const NUMBER = 70;
const ROW = 22;

/** Bars of one metric over forms or languages, each with its interval. Times are no shares and have no bars. */
export function plotGroups(metric: MetricDefinition, measures: readonly Measure[]): string {
  const known = measures.filter(({ value }) => value !== undefined);
  if (known.length < 2 || metric.unit !== 'share') return '';
  const across = (share: number) => LABEL + Math.min(1, Math.max(0, share)) * (WIDTH - LABEL - NUMBER);
  const rows = known.map(({ group, value = 0, low, high }, at) => {
    const middle = at * ROW + ROW / 2;
    const bar = `<rect class="bar" x="${LABEL}" y="${middle - 6}" width="${(across(value) - LABEL).toFixed(1)}" height="12"/>`;
    const span =
      low === undefined || high === undefined
        ? ''
        : `<line class="span" x1="${across(low).toFixed(1)}" x2="${across(high).toFixed(1)}" y1="${middle}" y2="${middle}"/>`;
    return `<text x="${LABEL - 8}" y="${middle + 4}" text-anchor="end">${htmlText(group)}</text>${bar}${span}<text x="${WIDTH - NUMBER + 8}" y="${middle + 4}">${numberText(metric, value)}</text>`;
  });
  const height = known.length * ROW;
  return `<figure><svg role="img" aria-label="${htmlText(`${metric.title.en} · ${metric.title.zh}`)}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${rows.join('')}</svg><figcaption>${inBoth(metric.title)}</figcaption></figure>`;
}
