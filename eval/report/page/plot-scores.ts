import { riskCoverage } from '../../metrics/risk-coverage.ts';
import type { SuiteRecord } from '../run-record.ts';
import { BINS, scoresOf } from '../statistic-of.ts';
import { at, plot } from './plot.ts';
import { WORDS } from './report-words.ts';

const SMALLEST_DOT = 2;
const LARGEST_DOT = 9;

/** Risk over coverage of the scored cases; of all cases those without a score were never accepted. */
export function plotRiskCoverage({ cases }: SuiteRecord): string {
  const points = riskCoverage(scoresOf(cases), scoresOf(cases).length);
  if (points.length === 0) return '';
  const tallest = Math.max(0.05, ...points.map(({ risk }) => risk));
  const places = points.map(({ coverage, risk }) => at(coverage, risk, tallest));
  const curve = `<path class="curve" d="M${places.map(({ x, y }) => `${x} ${y}`).join('L')}"/>`;
  const dots = places.length > 40 ? '' : places.map(({ x, y }) => `<circle class="dot" cx="${x}" cy="${y}" r="3"/>`).join('');
  return plot(WORDS.riskCoverage, { x: WORDS.coverage, y: WORDS.risk, tallest }, curve + dots);
}

/** Of scores that are meant as chances: what each tenth of them promises and what it holds, a dot larger with more cases. */
export function plotReliability({ cases, scoresAre }: SuiteRecord): string {
  const scored = scoresOf(cases);
  if (scoresAre !== 'chances' || scored.length === 0) return '';
  const bins = Array.from({ length: BINS }, (_, bin) => scored.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin));
  const dots = bins
    .filter((own) => own.length > 0)
    .map((own) => {
      const promised = own.reduce((sum, { score }) => sum + score, 0) / own.length;
      const held = own.filter(({ isSupported }) => isSupported).length / own.length;
      const { x, y } = at(promised, held);
      const radius = SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt(own.length / scored.length);
      return `<circle class="dot" cx="${x}" cy="${y}" r="${radius.toFixed(1)}"><title>${own.length}</title></circle>`;
    });
  const [low, high] = [at(0, 0), at(1, 1)];
  const even = `<line class="even" x1="${low.x}" y1="${low.y}" x2="${high.x}" y2="${high.y}"/>`;
  return plot(WORDS.reliability, { x: WORDS.promised, y: WORDS.held }, even + dots.join(''));
}
