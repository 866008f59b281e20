import type { BlockPart } from './block-parts.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

export function endsInColon(text: string): boolean {
  return /[:：]\s*$/u.test(text);
}

/** Whether a text introduces what comes after it: its words end in a colon, or it is a bold line or two of a text that is not. */
export function leadsOn(block: OpenBlock, part: BlockPart, style: PageStyle): boolean {
  return endsInColon(part.text) || (block.last.bold && !style.bodyBold && block.lines <= 2);
}
