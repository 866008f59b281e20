export type IdentifierKind = 'tag' | 'part' | 'serial' | 'alarm' | 'document' | 'line' | 'order';

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
}

/** A site's own tag shapes: each a regular expression source, matched against NFKC text. */
export interface IdentifierPattern {
  readonly kind: IdentifierKind;
  readonly source: string;
}
