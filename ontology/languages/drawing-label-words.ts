/** What a field of a title block says of its drawing. */
export const DRAWING_LABELS = ['number', 'title', 'revision', 'date', 'scale', 'sheet', 'status'] as const;
export type DrawingLabel = (typeof DRAWING_LABELS)[number];

/** Words over or before the fields of a title block: lower case, blanks single, no signs. */
export type DrawingLabelWords = Readonly<Record<DrawingLabel, readonly string[]>>;
