import { readText } from '../../clean/read-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { alignedTable } from '../blocks/aligned-table.ts';
import { type BlockWriter, createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { writeTextParagraphs } from './write-text-paragraphs.ts';

/** Plain text: paragraphs, headings by underline or numbering, steps, warnings, and tables whose columns are set by blanks. */
export const textParser: DocumentParser = createBlockParser('text', '7', async ({ path }) => {
  const { text, encoding, warnings } = await readText(path);
  const writer = createBlockWriter();
  writeLines(text.split('\n'), writer);
  return { blocks: writer.blocks(), tables: writer.tables(), outside: [], encoding, warnings };
});

/** Blank lines part tables, as they do paragraphs. */
function writeLines(lines: readonly string[], writer: BlockWriter): void {
  let running: string[] = [];
  const write = (): void => {
    writeTextParagraphs(splitParagraphs(running), writer);
    running = [];
  };
  let from = 0;
  while (from < lines.length) {
    let blank = from;
    while (blank < lines.length && lines[blank]?.trim() !== '') blank += 1;
    const group = lines.slice(from, blank);
    const found = alignedTable(group);
    const end = found === undefined ? from + group.length + 1 : from + found.to;
    for (const line of lines.slice(from, found === undefined ? end : from + found.from)) running.push(line);
    if (found !== undefined) {
      write();
      writer.table(found.table);
    }
    from = end;
  }
  write();
}
