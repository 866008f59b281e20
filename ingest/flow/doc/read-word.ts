/// <reference path="./word-ole-extractor.d.ts" />
import { Readable } from 'node:stream';
import { FaultlineError } from '../../../kernel/index.ts';
import type { Compound } from '../../compound/open-compound.ts';
import { cleanWordText } from './clean-word-text.ts';

/** Texts of a Word document of the old binary form, each with a line a paragraph. */
export interface WordTexts {
  readonly body: string;
  readonly footnotes: string;
  readonly textBoxes: string;
  readonly comments: string;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
}

const MAGIC = 0xa5ec;
/** Of Word 97, the first whose texts are kept in pieces of Unicode (MS-DOC 2.5.1). */
const WORD_97 = 193;
const LOCKED = 0x0100;

/** Why the document is not read; undefined for one that may be. */
export function wordFault(
  main: Buffer | undefined,
): { readonly outcome: 'damaged' | 'encrypted' | 'unsupported-format'; readonly reason: string } | undefined {
  if (main === undefined || main.length < 1_024 || main.readUInt16LE(0) !== MAGIC) {
    return { outcome: 'damaged', reason: 'The Word file is damaged: its text cannot be found; save it again and send that.' };
  }
  if ((main.readUInt16LE(10) & LOCKED) !== 0) {
    return { outcome: 'encrypted', reason: 'The file is protected by a password; store it without one.' };
  }
  if (main.readUInt16LE(2) < WORD_97) {
    return { outcome: 'unsupported-format', reason: 'The file is of a Word older than Word 97, which is not read; store it as .docx.' };
  }
  return undefined;
}

/**
 * Texts of a document whose main stream is sound by `wordFault`. Of word-extractor its reading of pieces and of deleted text is used,
 * not its reader of compound files, which a ring of sectors holds up, nor its cleaning, which puts words for signs of hyphens.
 * @throws FaultlineError `parse-failed` for tables that make no sense.
 */
export async function readWord(source: Compound, main: Buffer): Promise<WordTexts> {
  const { default: WordOleExtractor } = await import('word-extractor/lib/word-ole-extractor.js');
  class TextReader extends WordOleExtractor {
    texts: WordTexts | undefined;
    protected override buildDocument(): void {
      const whole = this._pieces.map(({ text }) => text).join('');
      let end = 0;
      const next = (part: string): string => {
        const start = end;
        end += this._boundaries[part] ?? 0;
        return cleanWordText(whole.slice(start, end));
      };
      const tagged = (kind: string): readonly string[] =>
        this._taggedHeaders.filter(({ type }) => type === kind).map(({ text }) => cleanWordText(text));
      const body = next('ccpText');
      const footnotes = next('ccpFtn');
      next('ccpHdd');
      const comments = next('ccpAtn');
      const endnotes = next('ccpEdn');
      const textBoxes = next('ccpTxbx');
      this.texts = {
        body,
        footnotes: `${footnotes}\n${endnotes}`,
        textBoxes,
        comments,
        headers: tagged('headers'),
        footers: tagged('footers'),
      };
    }
  }
  const streams = new Map<string, Buffer>();
  for (const name of ['0Table', '1Table']) {
    const bytes = await source.readStream(name);
    if (bytes !== undefined) streams.set(name, bytes);
  }
  const reader = new TextReader();
  try {
    await reader.extractWordDocument({ stream: (name) => Readable.from([streams.get(name) ?? Buffer.alloc(0)]) }, main);
  } catch (error) {
    throw new FaultlineError('parse-failed', 'The Word file is damaged: its text cannot be read; save it again and send that.', {
      cause: error,
    });
  }
  if (reader.texts === undefined) throw new Error('the library did not build the document');
  return reader.texts;
}
