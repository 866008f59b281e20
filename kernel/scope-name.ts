export const SCOPE_NAME_KINDS = ['product', 'model', 'variant', 'version', 'serial-range'] as const;
export type ScopeNameKind = (typeof SCOPE_NAME_KINDS)[number];

/** Where a document, its sender or its place among others says it; the most deliberate first. */
export const SCOPE_NAME_SOURCES = ['sender', 'register', 'front-matter', 'cover', 'folder', 'file', 'title'] as const;
export type ScopeNameSource = (typeof SCOPE_NAME_SOURCES)[number];

/** A name of what all of a document is about, as it is written there (NFC, 1–80 characters). */
export interface ScopeName {
  readonly kind: ScopeNameKind;
  readonly text: string;
  readonly source: ScopeNameSource;
}
