import { readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { writeTextParagraphs } from './write-text-paragraphs.ts';

/** Plain text: paragraphs, headings by underline or numbering, steps and warnings. */
export const textParser: DocumentParser = createBlockParser('text', '6', async ({ path }) => {
  const { text, encoding, warnings } = await readText(path);
  const writer = createBlockWriter();
  writeTextParagraphs(splitParagraphs(text.split('\n')), writer);
  return { blocks: writer.blocks(), tables: 0, outside: [], encoding, warnings };
});
