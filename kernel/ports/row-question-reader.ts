/** What a question wants to know of rows; `none`: something that the columns do not say; `other`: it asks for no rows. */
export const ROW_ASKS = [
  'none',
  'count',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'share',
  'difference',
  'first',
  'last',
  'list',
  'show',
  'interval',
  'repeats',
  'duration',
  'other',
] as const;
export type RowAsk = (typeof ROW_ASKS)[number];

/** How a column limits the rows: `in` a time, `empty` cells. */
export const ROW_OPERATORS = ['none', '=', 'has', '>', '<', 'in', 'empty'] as const;
export type RowOperator = (typeof ROW_OPERATORS)[number];

export const ROW_GROUPS = ['none', 'column', 'day', 'month', 'year'] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

/**
 * What words of a question are there for: to mean a column, a value of one, a time; to compare (`comparison` with its `number`), to say
 * the measure, to rank, to group, to deny, to name what a row is; `matter` belongs to the matter and changes nothing.
 */
export type WordUse =
  | 'column'
  | 'value'
  | 'time'
  | 'comparison'
  | 'number'
  | 'measure'
  | 'ranking'
  | 'grouping'
  | 'denial'
  | 'row'
  | 'matter';

/** Something taken as likeliest, with its chance from 0 to 1. */
export interface Likely<Value> {
  readonly is: Value;
  readonly chance: number;
}

/** Columns are shown by a header and some of their values. */
export interface ShownColumn {
  readonly header: string;
  readonly values: readonly string[];
}

/** Words of the question that are there for one thing, places in UTF-16 units. */
export interface UsedWords extends Likely<WordUse> {
  readonly start: number;
  readonly end: number;
  /** Of words for a column or value: which column, by its place among those shown. */
  readonly column?: Likely<number>;
  /** Of words for a value: which of those shown, or none of them. */
  readonly value?: Likely<{ readonly column: number; readonly value: number } | undefined>;
}

/** What a column is there for; each a chance from 0 to 1. */
export interface UsedColumn {
  readonly measured: number;
  /** It is the later of two times that are subtracted. */
  readonly second: number;
  readonly grouped: number;
  /** Its condition says what a share is of. */
  readonly whole: number;
  readonly denied: number;
  readonly operator: Likely<RowOperator>;
}

export interface RowQuestionReading {
  readonly ask: Likely<RowAsk>;
  readonly group: Likely<RowGroup>;
  /** Chance that groups are put in order by their figure. */
  readonly ranked: number;
  /** In their order, none within another. */
  readonly words: readonly UsedWords[];
  /** In the order in which they were shown; those for which there was no room are left out. */
  readonly columns: readonly UsedColumn[];
}

/** A model that reads what a question asks of the rows of a table, from its headers and samples. The same texts have the same reading. */
export interface RowQuestionReader {
  /**
   * Headers, and as many values of each column as there is room for.
   * @throws FaultlineError `invalid-configuration` where the model cannot run; the signal's reason.
   */
  read(question: string, columns: readonly ShownColumn[], signal: AbortSignal): Promise<RowQuestionReading>;
}
