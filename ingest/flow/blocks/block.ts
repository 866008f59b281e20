import type { Cell, PassageKind, PassageStructure, PicturePlace, Recognition } from '../../../kernel/index.ts';

/**
 * A piece of a document that flows (DOCX, Markdown, text), before it becomes a passage. `path` names it in the document
 * (`section/2/paragraph/5`); `start` is where `text` begins in the block's whole text (behind a marker that was taken off).
 * Orders in `structure` are places in the list of all blocks.
 */
export interface Block {
  readonly kind: PassageKind;
  readonly text: string;
  readonly path: string;
  readonly start: number;
  readonly headings: readonly string[];
  readonly structure: PassageStructure;
  readonly marker?: string;
  readonly cells?: readonly Cell[];
  /** Present of what was recognised in a picture: how, and where in it. */
  readonly recognition?: Recognition;
  readonly picture?: PicturePlace;
}
