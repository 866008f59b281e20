import type { Access } from '../access.ts';
import type { DocumentId, VersionId } from '../ids.ts';
import type { Field, RecordKind, TypedRecord } from '../record.ts';

/** `equals` compares identifiers and concepts folded, texts case-folded; `contains` looks for folded text inside the cell's text. */
export type Filter =
  | { readonly kind: 'all'; readonly filters: readonly Filter[] }
  | { readonly kind: 'any'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'equals'; readonly field: Field; readonly value: string | number }
  | { readonly kind: 'contains'; readonly field: Field; readonly text: string }
  /** Numbers or times; `from` inclusive, `to` exclusive. */
  | { readonly kind: 'between'; readonly field: Field; readonly from?: number; readonly to?: number }
  | { readonly kind: 'null'; readonly field: Field }
  | { readonly kind: 'document'; readonly id: DocumentId };

export type Grouping =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'time'; readonly field: Field; readonly unit: 'year' | 'quarter' | 'month' };
export type Measure = { readonly kind: 'count' } | { readonly kind: 'sum' | 'mean' | 'min' | 'max' | 'distinct'; readonly field: Field };
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
  readonly orderBy: readonly Ordering[];
  readonly limit: number;
}

export type AggregateCell = string | number | null;

/** Group cells first, then measures. `nulls[i]` counts the matched rows whose measured field i is empty. */
export interface Aggregate {
  readonly rows: readonly (readonly AggregateCell[])[];
  readonly matched: number;
  readonly nulls: readonly number[];
  /** Hash over the query and the sorted ids of the matched rows: the same rows give the same proof. */
  readonly proof: string;
}

/** Rows as the reader may see them, with the document they come from. */
export interface RecordRow {
  readonly record: TypedRecord;
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
}

export interface RecordReader {
  aggregate(access: Access, query: AggregateQuery, signal: AbortSignal): Promise<Aggregate>;
  /** Rows that match, ordered by (date descending when they have one, version, ordinal), from `offset`, at most `limit`. */
  rows(
    access: Access,
    query: { readonly from: RecordKind; readonly where: Filter; readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ): Promise<readonly RecordRow[]>;
  /** Distinct texts of a field with their counts, most frequent first: what can be asked for. */
  values(
    access: Access,
    from: RecordKind,
    field: Field,
    limit: number,
  ): Promise<readonly { readonly text: string; readonly count: number }[]>;
}
