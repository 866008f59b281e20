import { printTable } from '../../print-table.ts';
import { MULTI_HOP_DEPTHS, MULTI_HOP_WAYS, type MultiHopReport } from './run-multi-hop-suite.ts';

const DIGITS = 2;

/** How far up search and plain BM25 have the articles that questions need. */
export function reportMultiHop({ questions, articles, recall, whole }: MultiHopReport): string {
  const table = printTable(
    ['by', ...MULTI_HOP_DEPTHS.map((depth) => `recall@${depth}`), ...MULTI_HOP_DEPTHS.map((depth) => `all within ${depth}`)],
    MULTI_HOP_WAYS.map((way) => [
      way,
      ...[recall, whole].flatMap((shares) => MULTI_HOP_DEPTHS.map((depth) => shares[way][depth].toFixed(DIGITS))),
    ]),
  );
  return `${questions} questions over ${articles} articles\n\n${table}\n`;
}
