import type { IdentifierKind, IdentifierMention, IdentifierPattern } from './identifier.ts';

/** What a word in front of a code says of it; `alarm-if-shaped` is a word that stands before counts as well (`故障 3 天`). */
export type NamedKind = IdentifierKind | 'alarm-if-shaped';

/**
 * What is known of codes before any site says more. All words are in lower case; a blank stands for any white space, and a Latin
 * word counts only whole.
 */
export interface TagGrammarData {
  /** Words in front of a code that say what kind it is, the more telling kinds first. */
  readonly namedBy: readonly { readonly kind: NamedKind; readonly words: readonly string[] }[];
  /** Characters besides blanks and `. : #` that may stand between such a word and the code. */
  readonly linking: string;
  /** Words right in front of a number or letter with a number that make it no code: version, thread, figure, scale. */
  readonly noCodeAfter: readonly string[];
  readonly prefixes: {
    readonly order: readonly string[];
    readonly alarm: readonly string[];
    /** In front of a document's number (`OM-4711`), and inside one (`CWS-MAN-001`). */
    readonly document: readonly string[];
    readonly documentPart: readonly string[];
    /** Of devices that are counted from one in capital letters right before the number (`QF3`). */
    readonly device: readonly string[];
  };
  readonly noCodes: {
    /** Before digits, with or without a hyphen: standards, ratings, interfaces. */
    readonly prefixes: readonly string[];
    /** Before digits without a hyphen: grades of material, standards whose letters plants use too. */
    readonly barePrefixes: readonly string[];
    /** Letters that before one or two digits, or before a decimal number, say thread, version or size. */
    readonly sizeLetters: readonly string[];
    /** Whole words in capitals: formulas, refrigerants, grades that have the shape of a code. */
    readonly words: readonly string[];
    /** Between a day and a year (`12MAR24`). */
    readonly months: readonly string[];
  };
}

/**
 * Tells codes from other words: one object, made from the data of the product and the patterns of the site, and given to whatever
 * looks for codes. Equal digests find equal codes.
 */
export interface TagGrammar {
  readonly digest: string;
  /** What the site added to it. */
  readonly patterns: readonly IdentifierPattern[];
  /**
   * Codes in a text: tags, parts, serials, alarms, documents, lines and orders, in order and without overlap. A site's own
   * patterns come first. Units, thread sizes, ratings, dates, ranges, standards and hyphened words are none.
   */
  find(text: string): IdentifierMention[];
}
