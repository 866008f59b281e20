import type { Box } from '../../../kernel/index.ts';

interface PrintedWord {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** On the page as it is shown, in points from the top left. */
  readonly shown: Box;
}

/** What was recognised of a text of a sheet, with how surely. Offsets are UTF-16 units in `text`. */
export interface PrintedText {
  readonly text: string;
  readonly words: readonly PrintedWord[];
  /** Signs that stand in it other than they were recognised. */
  readonly repairs: readonly { readonly start: number; readonly end: number; readonly recognised: string }[];
}
