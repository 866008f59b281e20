import { joinLines } from '../../clean/read-text.ts';
import type { BlockWriter } from '../blocks/block-writer.ts';
import type { Lines } from './indented-lines.ts';
import { inlineText, type References } from './inline-text.ts';

/** What all writers of one document share. */
export interface RstContext {
  readonly writer: BlockWriter;
  readonly references: References;
  readonly maxDepth: number;
  /** Underlines of titles by level, in the order of their first use. */
  readonly styles: string[];
  /** Sentences for the quality report. */
  readonly warnings: Set<string>;
  /** Writes a body that stands within an element. */
  readonly write: (lines: Lines, depth: number) => void;
  /** All words of such a body as one text. */
  readonly flat: (lines: Lines, depth: number) => string;
}

/** Words of a text that goes over several lines, without inline markup. */
export function proseOf(text: string, { references }: RstContext): string {
  return inlineText(joinLines(text), references);
}
