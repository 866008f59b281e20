/** A word as it was written, and the form that people gave it: several words, none (it was joined to the one before), or a mask. */
export interface WordPair {
  readonly raw: string;
  readonly form: string;
}
