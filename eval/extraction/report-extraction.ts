import { printTable } from '../print-table.ts';
import type { FoldScore } from './fold-score.ts';

const DIGITS = 3;

/** The scores as a table: mean, spread (standard deviation), least and most of the parts. */
export function reportExtraction(scores: readonly FoldScore[]): string {
  const rows = scores.map(({ task, measure, parts, texts, figures }) => {
    const mean = figures.reduce((sum, one) => sum + one, 0) / figures.length;
    const spread = Math.sqrt(figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / figures.length);
    return [task, measure, parts, texts, ...[mean, spread, Math.min(...figures), Math.max(...figures)].map((one) => one.toFixed(DIGITS))];
  });
  return `${printTable(['task', 'measure', 'parts', 'texts', 'mean', 'spread', 'least', 'most'], rows)}\n`;
}
