import type { Box } from '../../kernel/index.ts';
import type { PrintedText } from '../drawings/model/printed-text.ts';
import type { RecognisedWord } from '../ocr/text-recogniser.ts';
import type { ReadLine } from './read-lines.ts';

/** Gap between words that engines part though nothing parts them, in heights of the print. */
const CLOSE = 0.28;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/**
 * The words of a row as one text: with spaces between them, but for Chinese and for what stands close together. `shown`: where a box in
 * pixels of the sheet stands on the page.
 */
export function textOfLine({ line, words }: ReadLine, height: number, shown: (box: Box) => Box): PrintedText {
  let text = '';
  const placed: PrintedText['words'][number][] = [];
  const repairs: { start: number; end: number; recognised: string }[] = [];
  let before: RecognisedWord | undefined;
  for (const word of words) {
    if (before !== undefined && isParted(before, word, line.isUpright, height)) text += ' ';
    const start = text.length;
    for (const { text: sign, recognised } of word.symbols) {
      if (recognised !== undefined) repairs.push({ start: text.length, end: text.length + sign.length, recognised });
      text += sign;
    }
    placed.push({ start, end: text.length, confidence: word.confidence, shown: shown(word.box) });
    before = word;
  }
  return { text, words: placed, repairs };
}

function isParted(before: RecognisedWord, word: RecognisedWord, isUpright: boolean, height: number): boolean {
  const [last, first] = [before.symbols.at(-1)?.text ?? '', word.symbols[0]?.text ?? ''];
  if (WIDE.test(last) && WIDE.test(first)) return false;
  const gap = isUpright ? Math.max(word.box.y0 - before.box.y1, before.box.y0 - word.box.y1) : word.box.x0 - before.box.x1;
  return gap > CLOSE * height;
}
