import type { ColumnMeaning } from './column-meaning.ts';
import type { DecisionId, PassageId } from './ids.ts';

/** What a person says that the document's words at a span mean; offsets in the text as printed. */
export interface PassageCorrection {
  readonly decision: DecisionId;
  readonly start: number;
  readonly end: number;
  /** Takes the place of the words. */
  readonly text: string;
}

/**
 * What a person says of a column of one document; `table`: sheet of the rows, else a title that they stand under. Of one column each
 * aspect is said once, by the decision that holds.
 */
export interface ColumnCorrection extends ColumnMeaning {
  readonly decision: DecisionId;
  readonly table: string;
  readonly column: string;
}

/** All that people corrected in one version; texts by passage, each list ordered by start without overlaps. */
export interface VersionCorrections {
  readonly texts: Readonly<Record<PassageId, readonly PassageCorrection[]>>;
  readonly columns: readonly ColumnCorrection[];
}
