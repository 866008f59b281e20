export const IDENTIFIER_KINDS = ['tag', 'part', 'serial', 'alarm', 'document', 'line', 'order'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/**
 * A code that names one thing. `folded` keeps every letter and digit (P-101A and P-101B differ) and drops only case, width
 * and separators between a letter and a digit: `P-101A`, `p101a`, `Ｐ－１０１Ａ` all fold to `P101A`; `P-1-01` folds to `P1-01`.
 */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly text: string;
  readonly folded: string;
}

/** An identifier found in a text; UTF-16 offsets. */
export interface IdentifierMention {
  readonly identifier: Identifier;
  readonly start: number;
  readonly end: number;
  /** Present where letters of another alphabet stand for the Latin ones they look like (Cyrillic `Р-506A`). */
  readonly lookAlike?: true;
}

/** A site's own shape of codes: the source of a regular expression, matched against width-folded text of at most 40 characters. */
export interface IdentifierPattern {
  readonly kind: IdentifierKind;
  readonly source: string;
}
