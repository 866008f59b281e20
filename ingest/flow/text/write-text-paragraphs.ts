import { joinLines } from '../../clean/read-text.ts';
import type { BlockWriter } from '../blocks/block-writer.ts';
import { BULLET, type TextParagraph } from './split-paragraphs.ts';
import { headingLevel } from './text-heading.ts';

/** Writes paragraphs that have no markup: titles by underline or numbering, items behind a sign as lists. */
export function writeTextParagraphs(paragraphs: readonly TextParagraph[], writer: BlockWriter): void {
  let inList = false;
  const list = (isOpen: boolean): void => {
    if (isOpen && !inList) writer.openList();
    if (!isOpen && inList) writer.closeList();
    inList = isOpen;
  };
  for (const { lines, alone, underline } of paragraphs) {
    const [first = ''] = lines;
    const level = underline === undefined ? (alone ? headingLevel(first) : undefined) : underline === '=' ? 1 : 2;
    const bullet = level === undefined ? BULLET.exec(first) : null;
    list(bullet !== null);
    const text = joinLines(lines.map((line) => line.trim()).join('\n'));
    if (level !== undefined) writer.heading(level, first);
    else if (bullet !== null) writer.listItem(text.slice(bullet[0].trim().length), undefined);
    else writer.paragraph(text);
  }
  list(false);
}
