import type { RowAnchor } from './anchor.ts';
import type { ColumnRole } from './column-role.ts';
import type { PassageId, VersionId } from './ids.ts';
import type { Value } from './value.ts';

export const RECORD_KINDS = ['work-order', 'alarm', 'fmea-row', 'spare-part', 'other'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A column by its role, by its own header (`x:<header>`), or a term coded from the row's text (`coded:failure-mode`). */
export type Field = ColumnRole | `x:${string}` | `coded:${'failure-mode' | 'symptom' | 'activity' | 'component' | 'mechanism'}`;

/** One typed row. A cell that is empty is null, never absent; a cell that could not be read is text. */
export interface TypedRecord {
  readonly versionId: VersionId;
  /** From 0 in the version, over all sheets, in file order. */
  readonly ordinal: number;
  readonly kind: RecordKind;
  readonly columns: Readonly<Partial<Record<Field, Value | null>>>;
  readonly anchor: RowAnchor;
  /** The log entry that quotes this row. */
  readonly passageId: PassageId;
  /** Why the row is doubtful (too many cells, unreadable date …); a bad row is kept and marked. */
  readonly fault?: string;
}
