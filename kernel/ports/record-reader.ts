import type { Access } from '../access.ts';
import type { DocumentId, VersionId } from '../ids.ts';
import type { Field, RecordKind, TypedRecord } from '../record.ts';
import type { FileBeingRead } from './file-being-read.ts';

export const ORDER_COMPARISONS = ['<', '<=', '>', '>='] as const;
export const COMPARISONS = ['=', '!=', ...ORDER_COMPARISONS] as const;

/**
 * `equals` and `in` compare identifiers and concepts folded, texts case-folded; `contains` looks for folded text inside the cell's
 * text. A condition on an empty cell does not hold, so `not` of it does.
 */
export type Filter =
  | { readonly kind: 'all'; readonly filters: readonly Filter[] }
  | { readonly kind: 'any'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'equals'; readonly field: Field; readonly value: string | number }
  | { readonly kind: 'in'; readonly field: Field; readonly values: readonly (string | number)[] }
  | { readonly kind: 'contains'; readonly field: Field; readonly text: string }
  /** Numbers as written, or times in milliseconds since 1970 UTC. */
  | { readonly kind: 'compare'; readonly field: Field; readonly operator: (typeof ORDER_COMPARISONS)[number]; readonly value: number }
  /** Numbers or times; `from` inclusive, `to` exclusive. */
  | { readonly kind: 'between'; readonly field: Field; readonly from?: number; readonly to?: number }
  | { readonly kind: 'null'; readonly field: Field }
  | { readonly kind: 'document'; readonly id: DocumentId }
  /**
   * All but the repetitions among documents: of rows with one order number, date and equipment in several documents of a site, those
   * of one document. Rows of a single document are never repetitions of each other: an order may have several.
   */
  | { readonly kind: 'unrepeated' }
  /** Rows of one group of an aggregate: `key` is what `Aggregate.keys` names it by. */
  | { readonly kind: 'group'; readonly grouping: Grouping; readonly key: string | null };

/** Which groups: a condition on their measures, by place in `AggregateQuery.measures`. A measure without value meets none but `null`. */
export type Having =
  | { readonly kind: 'all'; readonly conditions: readonly Having[] }
  | { readonly kind: 'any'; readonly conditions: readonly Having[] }
  | { readonly kind: 'not'; readonly condition: Having }
  | { readonly kind: 'compare'; readonly measure: number; readonly operator: (typeof COMPARISONS)[number]; readonly value: number }
  | { readonly kind: 'null'; readonly measure: number };

export const TIME_UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export type Grouping =
  | { readonly kind: 'field'; readonly field: Field }
  /**
   * Buckets of the calendar: `2024`, `2024-Q3`, `2024-08`, `2024-W05` (ISO 8601 week), `2024-08-03`, `2024-08-03T14`. They begin
   * at midnight of `zone`: `UTC` (when absent) or an offset (`+08:00`). A date that a log gives without zone counts as UTC.
   */
  | { readonly kind: 'time'; readonly field: Field; readonly unit: TimeUnit; readonly zone?: string };

/** Measures of one field that need nothing else. All but `distinct` read numbers as written, or times in milliseconds. */
const NUMBER_MEASURES = ['sum', 'mean', 'min', 'max', 'median'] as const;
export const FIELD_MEASURES = [...NUMBER_MEASURES, 'distinct'] as const;

/**
 * `median` and `percentile` are exact, between two values by their distance (the median of 1 and 2 is 1.5); `fraction` is from 0
 * to 1.
 */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: (typeof NUMBER_MEASURES)[number]; readonly field: Field }
  | { readonly kind: 'distinct'; readonly field: Field }
  | { readonly kind: 'percentile'; readonly field: Field; readonly fraction: number };

export interface Ordering {
  readonly by: 'measure' | 'group';
  readonly index: number;
  readonly direction: 'ascending' | 'descending';
}

export interface AggregateQuery {
  readonly from: RecordKind;
  readonly where: Filter;
  readonly groupBy: readonly Grouping[];
  readonly measures: readonly Measure[];
  readonly having?: Having;
  /** Groups without value come first when ascending, last when descending. */
  readonly orderBy: readonly Ordering[];
  readonly limit: number;
}

export type AggregateCell = string | number | null;

/** What stands in one column of a figure. */
export interface AggregateColumn {
  /** `asset`, `date:month`, `count`, `sum:cost`, `percentile:cost:0.9`. */
  readonly name: string;
  /** Matched rows whose cell is empty, or holds nothing that can be measured or put on the calendar. */
  readonly nulls: number;
  /** Zone of the calendar. */
  readonly zone?: string;
  /** Units that the measured cells are written in; more than one: the figure mixes them. */
  readonly units?: readonly string[];
}

/** Group cells first, then measures. */
export interface Aggregate {
  readonly columns: readonly AggregateColumn[];
  readonly rows: readonly (readonly AggregateCell[])[];
  /** What each of `rows` is asked for by: a key for each of the groupings, null where the cell is empty. */
  readonly keys: readonly (readonly (string | null)[])[];
  /** Groups that pass `having`, before `limit`. */
  readonly groups: number;
  readonly matched: number;
  /** Matched rows left out of each measure. */
  readonly nulls: readonly number[];
  /** Hash over the query and the sorted ids of the matched rows: the same rows give the same proof. */
  readonly proof: string;
}

/** Rows as the reader may see them, with the document they come from. */
export interface RecordRow {
  readonly record: TypedRecord;
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  /** Site of the document. */
  readonly site: string;
}

/** What a figure needs of a row: the columns that it is computed over. */
export type ColumnsRow = Omit<RecordRow, 'record'> & { readonly record: Pick<TypedRecord, 'kind' | 'ordinal' | 'columns'> };

/** A file of rows that counts, of which only the first rows were read: it is over a limit, or damaged further on. */
export interface LogReadInPart {
  readonly fileName: string;
  readonly documentId: DocumentId;
}

export interface RecordReader {
  /** How many rows match. */
  count(access: Access, query: { readonly from: RecordKind; readonly where: Filter }, signal: AbortSignal): Promise<number>;
  aggregate(access: Access, query: AggregateQuery, signal: AbortSignal): Promise<Aggregate>;
  /** Rows that match, ordered by (date descending when they have one, version, ordinal), from `offset`, at most `limit`. */
  rows(
    access: Access,
    query: { readonly from: RecordKind; readonly where: Filter; readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ): Promise<readonly RecordRow[]>;
  /** All rows that match, in order of (version, ordinal), page by page, each read when it is asked for. */
  scan(
    access: Access,
    query: { readonly from: RecordKind; readonly where: Filter },
    signal: AbortSignal,
  ): AsyncIterable<readonly RecordRow[]>;
  /** The first rows of each version that counts, at most `each` of one: which columns there are. Ordered by (version, ordinal). */
  samples(access: Access, from: RecordKind, each: number, signal: AbortSignal): Promise<readonly RecordRow[]>;
  /** Some columns of all rows of a kind, in the order and the way of `scan`: many times faster over a large log than whole rows. */
  scanColumns(
    access: Access,
    query: { readonly from: RecordKind; readonly fields: readonly Field[] },
    signal: AbortSignal,
  ): AsyncIterable<readonly ColumnsRow[]>;
  /**
   * Files of rows that are being read, so that their rows are in no figure, ordered by name; also those whose reading has ended
   * since the access was resolved, which it leaves out still.
   */
  beingRead(access: Access): Promise<readonly FileBeingRead[]>;
  /** Files of rows of a kind that count but were read only in part, ordered by name. */
  readInPart(access: Access, from: RecordKind): Promise<readonly LogReadInPart[]>;
  /** Of each field the distinct texts with their counts, most frequent first, at most `limit`: what can be asked for. */
  values(
    access: Access,
    from: RecordKind,
    fields: readonly Field[],
    limit: number,
  ): Promise<ReadonlyMap<Field, readonly { readonly text: string; readonly count: number }[]>>;
}
