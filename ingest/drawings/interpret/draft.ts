import type { Box, Cell, DrawnRelation, ExclusionReason, PassageKind, RowLabel } from '../../../kernel/index.ts';

/** An entity of a sheet and where what is said of it stands. */
export interface EntityPlace {
  readonly entity: string;
  readonly box: Box;
}

/** A passage of a sheet before it has a number. */
export interface Draft {
  readonly kind: PassageKind;
  readonly text: string;
  readonly places: readonly EntityPlace[];
  readonly cells?: readonly Cell[];
  /** Place among the drafts of the sheet of the first row of the table that it is a row of. */
  readonly table?: number;
  /** What lines show of the things that a label names. */
  readonly drawn?: readonly DrawnRelation[];
  /** Labels from rows above; `from` is the place of that row among the drafts of the sheet. */
  readonly labels?: readonly (Omit<RowLabel, 'order'> & { readonly from: number })[];
}

export interface LeftOut extends EntityPlace {
  readonly text: string;
  readonly reason: ExclusionReason;
}
