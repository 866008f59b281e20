/** Words around the names of what a document is about. */
export interface ScopeWordForms {
  /** Labels under which a cover, a front matter or a register states such a name: pattern sources on folded text, longest first. */
  readonly labels: {
    readonly product: readonly string[];
    readonly model: readonly string[];
    readonly variant: readonly string[];
    readonly version: readonly string[];
    readonly serialRange: readonly string[];
  };
  /** What documents and the folders for them are called, whatever they are about: no names of scope. */
  readonly containers: readonly string[];
  /** Before the number of a version. */
  readonly versionWords: readonly string[];
  /** Openings of a sentence behind which it says what a document holds for: pattern sources on folded text. */
  readonly applies: {
    /** With the document as their subject: these say it wherever they stand. */
    readonly own: readonly string[];
    /** Without one: these say it before the first section alone. */
    readonly bare: readonly string[];
    /** Words after which a code no longer names what the document holds for (`installed in`). */
    readonly elsewhere: readonly string[];
    /** Between two names of a list, and between the ends of a range. */
    readonly between: readonly string[];
    readonly upTo: readonly string[];
  };
}
