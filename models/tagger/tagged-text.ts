/** A stretch of words, from one place up to another, and what it is. */
export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** A text by words, with the stretches that people marked in it. */
export interface TaggedText {
  readonly words: readonly string[];
  readonly spans: readonly TaggedSpan[];
}
