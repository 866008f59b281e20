import type { ExcludedRun } from '../../../kernel/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import { openCompound } from '../../compound/open-compound.ts';
import { readSummaryTitle } from '../../compound/read-summary-title.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { type ReadFault, toReadFault } from '../../parser/read-fault.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { type BlockReading, createBlockParser, unread } from '../blocks/create-block-parser.ts';
import { writeTextParagraphs } from '../text/write-text-paragraphs.ts';
import { readWord, type WordTexts, wordFault } from './read-word.ts';

const PLAIN =
  'Of a Word file of the old binary form (.doc) the text alone is read: rows of tables are lines, and titles are known by their numbering. Store it as .docx to have tables and titles read as such.';

/** DOC of Word 97 to 2003: its text, with titles, steps and warnings as in plain text. */
export const docParser: DocumentParser = createBlockParser('doc', '1', async ({ path }) => {
  try {
    const source = await openCompound(path);
    try {
      const main = await source.readStream('WordDocument');
      const fault = wordFault(main);
      if (fault !== undefined || main === undefined) return unread(fault ?? NO_TEXT);
      const texts = await readWord(source, main);
      return { ...readTexts(texts), ...titled(await readSummaryTitle(source)) };
    } finally {
      await source.close();
    }
  } catch (error) {
    const fault = toReadFault(error);
    if (fault === undefined) throw error;
    return unread(fault);
  }
});

const NO_TEXT: ReadFault = { outcome: 'empty', reason: 'The document holds no text.' };

function readTexts({ body, footnotes, textBoxes, comments, headers, footers }: WordTexts): BlockReading {
  const writer = createBlockWriter();
  const write = (text: string): void => {
    const lines = linesOf(text);
    writeTextParagraphs(
      lines.map((line) => ({ lines: [line], alone: true })),
      writer,
    );
  };
  write(body);
  for (const [part, text] of [['text-boxes', textBoxes] as const, ['footnotes', footnotes] as const]) {
    if (linesOf(text).length === 0) continue;
    writer.part(`${part}/1`, false);
    writer.openBox(undefined);
    write(text);
    writer.closeBox();
  }
  for (const line of linesOf(comments)) writer.exclude(line, 'comment');
  const running = [...runs(headers, 'running-header'), ...runs(footers, 'running-footer')];
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    outside: [],
    excluded: [...running, ...writer.excluded()],
    warnings: [PLAIN],
  };
}

function runs(texts: readonly string[], reason: 'running-header' | 'running-footer'): readonly ExcludedRun[] {
  return texts.flatMap(linesOf).map((text, index): ExcludedRun => {
    const path = `${reason === 'running-header' ? 'header' : 'footer'}/${index + 1}`;
    return { text, anchor: { kind: 'block', path, start: 0, end: text.length }, reason };
  });
}

/** Lines that hold any text, without the tabs that end a row of cells. */
function linesOf(text: string): readonly string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function titled(title: string | undefined): Pick<BlockReading, 'title'> {
  return title === undefined ? {} : { title };
}
