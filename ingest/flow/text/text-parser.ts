import { joinLines, readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { headingLevel } from './text-heading.ts';

/** Plain text: paragraphs, headings by underline or numbering, steps and warnings. */
export const textParser: DocumentParser = createBlockParser('text', '2', async ({ path }) => {
  const { text, encoding } = await readText(path);
  const writer = createBlockWriter();
  for (const { lines, alone, underline } of splitParagraphs(text.split('\n'))) {
    const [first = ''] = lines;
    const level = underline === undefined ? (alone ? headingLevel(first) : undefined) : underline === '=' ? 1 : 2;
    if (level !== undefined) writer.heading(level, first);
    else writer.paragraph(joinLines(lines.map((line) => line.trim()).join('\n')));
  }
  return { blocks: writer.blocks(), tables: 0, outside: [], encoding, warnings: [] };
});
