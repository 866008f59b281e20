/** Words under which a document states its number, revision and date, as pattern sources on folded text, longest first. */
export interface DocumentLabelForms {
  readonly number: readonly string[];
  readonly revision: readonly string[];
  readonly effective: readonly string[];
  /** What may stand behind a date and belongs to it. */
  readonly afterDate: readonly string[];
  /** Page numbers as running lines state them. */
  readonly page: readonly string[];
  /** Visible label of generated text (GB 45438-2025), as a line begins with it: what it speaks of, and that this is generated. */
  readonly generated: readonly string[];
}
