import type { Lines } from './indented-lines.ts';

/** A directive taken apart: `.. name:: argument`, its options, and what is indented below. */
export interface Directive {
  readonly name: string;
  /** The first line and those that go on with it, up to an option or a blank line. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly content: Lines;
}

/** One element of a body, as its first line opens it. Texts still hold their inline markup. */
export type BodyElement =
  | { readonly kind: 'title'; readonly text: string; readonly style: string }
  | { readonly kind: 'transition' }
  | { readonly kind: 'paragraph'; readonly text: string; readonly literal?: Lines }
  | { readonly kind: 'quotation'; readonly lines: Lines }
  /** `marker` of an ordered item; `#` counts on. */
  | { readonly kind: 'item'; readonly marker?: string; readonly lines: Lines }
  | { readonly kind: 'definition'; readonly term: string; readonly lines: Lines }
  | { readonly kind: 'field'; readonly name: string; readonly lines: Lines }
  | { readonly kind: 'line-block'; readonly text: string }
  | { readonly kind: 'listing'; readonly lines: Lines }
  | { readonly kind: 'grid-table' | 'simple-table'; readonly lines: Lines }
  | { readonly kind: 'note'; readonly label: string; readonly lines: Lines }
  | { readonly kind: 'directive'; readonly directive: Directive }
  | { readonly kind: 'comment'; readonly text: string }
  /** Names and addresses that other places refer to. */
  | { readonly kind: 'reference' };

export interface ReadElement {
  readonly element: BodyElement;
  /** Index of the line behind it. */
  readonly end: number;
}
