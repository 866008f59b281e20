import type { ExcludedRun } from '../../../kernel/index.ts';
import type { Package } from '../../archive/open-package.ts';
import { cleanText } from '../../clean/clean-text.ts';

const RUNNING_PART = /^word\/(header|footer)\d*\.xml$/;

/** Paragraphs of the running headers and footers, which state document number and revision but belong to no place of the text. */
export async function readRunningTexts(source: Package): Promise<readonly ExcludedRun[]> {
  const runs: ExcludedRun[] = [];
  for (const name of source.names.filter((part) => RUNNING_PART.test(part)).sort()) {
    const kind = RUNNING_PART.exec(name)?.[1] === 'footer' ? 'running-footer' : 'running-header';
    for (const text of await readParagraphs(source, name)) {
      const anchor = { kind: 'block', path: name.slice('word/'.length, -'.xml'.length), start: 0, end: text.length } as const;
      runs.push({ text, anchor, reason: kind });
    }
  }
  return runs;
}

async function readParagraphs(source: Package, part: string): Promise<readonly string[]> {
  const paragraphs: string[] = [];
  let text = '';
  let inText = false;
  await source.readPart(part, {
    open: (name) => {
      if (name === 't') inText = true;
      else if (name === 'tab' || name === 'br') text += ' ';
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name !== 'p') return;
      const plain = cleanText(text).replace(/\s+/g, ' ').trim();
      if (plain !== '') paragraphs.push(plain);
      text = '';
    },
  });
  return paragraphs;
}
