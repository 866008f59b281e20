import type { BlockPart } from './block-parts.ts';
import { bulletLength, isCode } from './heading-rules.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

/** UTF-16 units of what is kept of it. */
const LONGEST = 300;

/** What leads in to something: the words of the text before it, without the bullet of its item. */
export function leadInText(text: string): string {
  return text.slice(bulletLength(text) ?? 0).slice(0, LONGEST);
}

export function endsInColon(text: string): boolean {
  return /[:：]\s*$/u.test(text);
}

/** Whether a text introduces what comes after it: its words end in a colon, or it is a bold line or two of a text that is not, unless of a program. */
export function leadsOn(
  block: { readonly last: Pick<OpenBlock['last'], 'bold'>; readonly lines: number },
  part: Pick<BlockPart, 'text'>,
  style: Pick<PageStyle, 'bodyBold'>,
): boolean {
  return endsInColon(part.text) || (block.last.bold && !style.bodyBold && block.lines <= 2 && !isCode(part.text));
}
