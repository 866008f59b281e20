import { TOTAL_WORDS as EN } from './en/totals.ts';
import { TOTAL_WORDS as ZH } from './zh/totals.ts';

const TOTALS = new RegExp(`${EN}|${ZH}`, 'gu');

/** Where a folded text says that a figure is a sum of others; offsets into it. */
export function findTotals(folded: string): readonly { readonly start: number; readonly end: number }[] {
  return [...folded.matchAll(TOTALS)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}
