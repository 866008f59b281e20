import type { COMPARISONS, ColumnRole, Field, Grouping, Measure } from '../../kernel/index.ts';
import type { Derivation } from '../derivation.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** What is computed over the rows that meet the conditions. */
export interface FigureShape {
  readonly measure: Measure;
  readonly group?: Grouping;
  /** Whether the groups with the most or the least come first, and how many of them are wanted (`Infinity`: all); without a group rows. */
  readonly ranked?: { readonly direction: 'ascending' | 'descending'; readonly wanted: number; readonly word: string };
  /** The figure is told as a share of that over the rows that it is a part of; of a ranking, what its groups make together. */
  readonly isShare?: true;
  /** The rows themselves are asked for, beside their count. */
  readonly isList?: true;
  /** Groups whose figure meets it. */
  readonly having?: { readonly operator: (typeof COMPARISONS)[number]; readonly value: number };
  /** What is told follows from what is computed. */
  readonly derivation?: Derivation;
  /** Which way the figures go from the first group to the last is said. */
  readonly isTrend?: true;
}

/** Marks on a scale: their sum means nothing. */
export const RATINGS: ReadonlySet<Field> = new Set<ColumnRole>(['risk-priority', 'severity', 'occurrence', 'detection', 'priority']);
export const SUPERLATIVES = ['most', 'least', 'frequent', 'top', 'rank'] as const;

/** Whether a word names rows by their kind. */
export function isKind(token: Token | undefined): boolean {
  return means(token, 'work-order', 'alarm', 'fmea-row', 'spare-part', 'record');
}

/** Whether there can be a figure for each value of a column; a figure for each number would be one for nearly each row. */
export function groups(sentence: Sentence, field: Field): boolean {
  const column = sentence.column(field);
  return column?.holds === 'values' || (column !== undefined && column.values.length > 0);
}

/** Whether each group has a share of its own, where those that come first in a ranking have one together. */
export function isShareOfEach({ isShare, group, ranked }: FigureShape): boolean {
  return isShare === true && group !== undefined && ranked === undefined;
}

/** Words that nothing has taken up yet, in order. */
export function freeTokens(sentence: Sentence): readonly Token[] {
  return sentence.tokens.filter((token) => sentence.isFree(token));
}

/** The first column of values that a word names, and no rows by their kind. */
export function groupField(sentence: Sentence, token: Token | undefined): Field | undefined {
  if (token === undefined || token.values.length > 0) return undefined;
  return token.fields.find((field) => groups(sentence, field));
}

/** The first column of numbers that a word names, and no rows by their kind. */
export function numberField(sentence: Sentence, token: Token): Field | undefined {
  if (token.values.length > 0 || means(token, sentence.log.kind === 'other' ? 'record' : sentence.log.kind)) return undefined;
  return token.fields.find((field) => sentence.column(field)?.holds === 'numbers');
}
