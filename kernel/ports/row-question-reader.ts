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

/** `row`: each row by itself. */
export const ROW_GROUPS = ['none', 'column', 'day', 'month', 'year', 'row'] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

/**
 * What words of a question are there for: to mean a column, a value of one, a time; to compare (`comparison` with its `number`), to say
 * the measure, to rank, to group, to deny, to name what a row is; `matter` belongs to the matter and changes nothing, `lacking` asks for
 * or limits the rows by what no column tells.
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
  | 'matter'
  | 'lacking';

/** Columns are shown by a header and some of their values. */
export interface ShownColumn {
  readonly header: string;
  readonly values: readonly string[];
}

/** Words of the question that are there for one thing, places in UTF-16 units. */
export interface UsedWords {
  readonly is: WordUse;
  readonly start: number;
  readonly end: number;
  /** Of words for a column or value: which column, by its place among those shown. */
  readonly column?: number;
  /** Of words for a value: which of those shown; none where they mean none of them. */
  readonly value?: { readonly column: number; readonly value: number };
}

/** How a column limits the rows. */
export interface UsedColumn {
  /** Its condition says what a share is of. */
  readonly whole: boolean;
  readonly denied: boolean;
  readonly operator: RowOperator;
}

/** One way to read a question. */
export interface RowQuestionReading {
  readonly ask: RowAsk;
  readonly group: RowGroup;
  /** Whether groups are put in order by their figure. */
  readonly ranked: boolean;
  /** The column that the figure is of, by its place among those shown. */
  readonly measured?: number;
  /** The later of two times that are subtracted; `measured` is the earlier. */
  readonly second?: number;
  /** The column that rows are grouped by. */
  readonly grouped?: number;
  /** In their order, none within another. */
  readonly words: readonly UsedWords[];
  /** In the order in which they were shown; those for which there was no room are left out. */
  readonly columns: readonly UsedColumn[];
  /** From 0 to 1; those of all readings come to 1 at most. */
  readonly chance: number;
}

/** A model that reads what a question asks of the rows of a table, from its headers and samples. The same texts have the same reading. */
export interface RowQuestionReader {
  /**
   * Readings of the whole, likeliest first; none where the model says nothing that is one. Headers are read, and as many values of each
   * column as there is room for.
   * @throws FaultlineError `invalid-configuration` where the model cannot run, `store-unavailable` where it is elsewhere and cannot be
   * reached; the signal's reason.
   */
  read(question: string, columns: readonly ShownColumn[], signal: AbortSignal): Promise<readonly RowQuestionReading[]>;
}

/** A language model that reads what a question asks of rows, beside the reader that comes along. */
export interface RowQuestionAdviser {
  readonly model: string;
  /**
   * Its readings as `RowQuestionReader` gives them. Undefined where it cannot be asked: who asks goes on without it.
   * @throws the signal's reason.
   */
  advise(question: string, columns: readonly ShownColumn[], signal: AbortSignal): Promise<readonly RowQuestionReading[] | undefined>;
}
