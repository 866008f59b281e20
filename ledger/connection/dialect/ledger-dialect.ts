import type { ColumnDataType, CreateTableBuilder, Expression, RawBuilder, SqlBool } from 'kysely';
import type { Field, TimeUnit } from '../../../kernel/index.ts';

/** What transactions that change no knowledge take in turn: the numbering of the audit trail, that of questions, and who may come in. */
export const LEDGER_LOCKS = ['audit', 'conversations', 'callers'] as const;
export type LedgerLock = (typeof LEDGER_LOCKS)[number];

/** A mark in the database itself, so that every process that writes there is refused, whatever its release. */
export interface MovedMark {
  /** Statements that have it refuse writes to these tables, saying where its content is now. */
  set(tables: readonly string[], place: string): readonly RawBuilder<unknown>[];
  clear(tables: readonly string[]): readonly RawBuilder<unknown>[];
  /** A row when it is set; the view `moved_to` tells the place then. */
  readonly isSet: RawBuilder<unknown>;
}

/** Significant digits of a sum of decimal numbers, which ends, and of a mean, which may go on: its last digits are noise of the division. */
export const SUM_DIGITS = 15;
export const MEAN_DIGITS = 12;

type ColumnType = ColumnDataType | Expression<unknown>;

/**
 * All that differs between the databases a ledger can stand on. Values bound are texts, numbers, bytes and null only (SQLite
 * refuses booleans and dates): truth is 0 or 1, instants are milliseconds, structures are JSON text.
 */
export interface LedgerDialect {
  /** All columns of all tables; `place` orders those of the primary key and is null for others. */
  readonly columns: RawBuilder<{ readonly table: string; readonly column: string; readonly place: number | null }>;
  readonly movedMark: MovedMark;
  readonly types: {
    /** Text compared by code point, whatever the locale of the server. */
    readonly text: ColumnType;
    readonly integer: ColumnType;
    readonly real: ColumnType;
    readonly bytes: ColumnType;
    /** JSON in the form in which the database finds a member fastest. */
    readonly packedJson: ColumnType;
  };
  /** Ends `create table`; `clustered` keeps the rows in the order of the primary key. */
  finishTable(table: CreateTableBuilder<string, string>, clustered: boolean): CreateTableBuilder<string, string>;
  /** One bound parameter however many values, so that statements are prepared once. */
  oneOf(column: Expression<unknown>, values: readonly (string | number)[]): RawBuilder<SqlBool>;
  /** What an index keeps of a text that may be of any length. */
  indexed(text: Expression<unknown>): RawBuilder<string | null>;
  /** As `oneOf`, by an index over `indexed`. */
  oneOfLong(column: Expression<unknown>, values: readonly string[]): RawBuilder<SqlBool>;
  /** A column that the planner must not start from: SQLite, which knows no distribution, would walk all versions to find ten passages. */
  unindexed(column: Expression<unknown>): RawBuilder<unknown>;
  /** Waits until no other transaction holds the lock, which goes with the transaction; undefined where one writes at a time anyway. */
  lock(name: LedgerLock): RawBuilder<unknown> | undefined;
  packJson(json: string): RawBuilder<string>;
  /** The JSON that was packed, its members in their order. */
  unpackJson(column: Expression<unknown>): RawBuilder<string>;
  /** Text at a path of member names in packed JSON; null when there is none. Names hold no quotation mark and no backslash. */
  jsonText(column: Expression<unknown>, path: readonly string[]): RawBuilder<string | null>;
  jsonNumber(column: Expression<unknown>, path: readonly string[]): RawBuilder<number | null>;
  /** A member of packed JSON as JSON; null when there is none. */
  jsonMember(column: Expression<unknown>, name: string): RawBuilder<string | null>;
  /** A member of JSON that is kept as text, which holds an id or a word of ours. */
  memberText(column: Expression<unknown>, member: string): RawBuilder<string | null>;
  /** Keys of the cells of `record` that rows are looked up by, each in the very words of the index that holds it. */
  readonly indexedKeys: Readonly<Partial<Record<Field, RawBuilder<string | null>>>>;
  /** Whether `haystack` contains `needle` literally. */
  contains(haystack: Expression<unknown>, needle: string | Expression<unknown>): RawBuilder<SqlBool>;
  /** Label of the calendar bucket (see `Grouping`) of an instant in milliseconds, on clocks that are `ahead` minutes of UTC. */
  timeBucket(instant: Expression<unknown>, unit: TimeUnit, ahead: number): RawBuilder<string | null>;
  /** Aggregates of the numbers that are not null, to so many significant digits that they depend neither on the order of rows nor on the database. */
  sum(value: Expression<unknown>): RawBuilder<number | null>;
  mean(value: Expression<unknown>): RawBuilder<number | null>;
  /** Exact, between two of the numbers by distance; `fraction` from 0 to 1. */
  percentile(value: Expression<unknown>, fraction: number): RawBuilder<number | null>;
}
