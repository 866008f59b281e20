import type { PicturePassage } from './picture-passage.ts';

/** A citation to be drawn from what was read of its document; plain data, since it is drawn in another process. */
export interface PictureRequest {
  readonly title: string;
  /** Number, revision and the like; may be empty. */
  readonly details: string;
  /** Titles of the sections that the cited passage stands in, outermost first. */
  readonly place: readonly string[];
  /** In reading order without gaps; exactly one is cited. */
  readonly passages: readonly PicturePassage[];
  /** Whether the first of them is the first of the document, and the last the last. */
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
  /** What people said of the cited passage, shown below it. */
  readonly notes: readonly string[];
  /** What the picture says of itself, in the language of the document. */
  readonly words: { readonly drawn: string };
}
