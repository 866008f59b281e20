import { normaliseHeader } from './normalise-header.ts';

const RUN = /[\p{sc=Han}]+|[^\s\p{sc=Han}]+/gu;
const HAN = /\p{sc=Han}/u;
const HAN_PIECES = [1, 2, 3];
const LETTER_PIECES = [3, 4, 5];

/**
 * What a header is known by: pieces of its words (one to three characters of Chinese, three to five letters, `^` and `$` at their
 * ends), its words whole, and which one comes first and last. Sorted, each once.
 */
export function headerFeatures(header: string): readonly string[] {
  const written = normaliseHeader(header).text;
  const text = (written === '' ? header.normalize('NFKC').toLowerCase() : written).replace(/[?!#"“”]+/gu, ' ').trim();
  const found = new Set<string>();
  for (const [run] of text.matchAll(RUN)) {
    const isHan = HAN.test(run);
    const marked = `^${run}$`;
    if (!isHan) found.add(`=${run}`);
    for (const size of isHan ? HAN_PIECES : LETTER_PIECES)
      for (let at = 0; at + size <= marked.length; at += 1) found.add(marked.slice(at, at + size));
  }
  const words = text.split(' ');
  found.add(`<${words[0]}`).add(`>${words.at(-1)}`);
  if (HAN.test(text)) found.add(`~${text.slice(-1)}`).add(`~${text.slice(-2)}`);
  return [...found].sort();
}
