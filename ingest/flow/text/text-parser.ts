import { joinLines, readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { BULLET, splitParagraphs } from './split-paragraphs.ts';
import { headingLevel } from './text-heading.ts';

/** Plain text: paragraphs, headings by underline or numbering, steps and warnings. */
export const textParser: DocumentParser = createBlockParser('text', '6', async ({ path }) => {
  const { text, encoding, warnings } = await readText(path);
  const writer = createBlockWriter();
  let inList = false;
  const list = (isOpen: boolean): void => {
    if (isOpen && !inList) writer.openList();
    if (!isOpen && inList) writer.closeList();
    inList = isOpen;
  };
  for (const { lines, alone, underline } of splitParagraphs(text.split('\n'))) {
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
  return { blocks: writer.blocks(), tables: 0, outside: [], encoding, warnings };
});
