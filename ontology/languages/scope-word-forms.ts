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
}
