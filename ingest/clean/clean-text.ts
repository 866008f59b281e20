import { wording } from '../../ontology/index.ts';
import { unifyRadicals } from './unify-radicals.ts';

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Replacement character, C1 controls and private use: what a wrong encoding or a font without Unicode map leaves behind. */
const GARBLED = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g;
/** UTF-8 that was read as Windows-1252 (`Ã©`, `ä¸­`) or as GBK and stored again (`锟斤拷`). */
const MOJIBAKE = new RegExp(`[ÃÂ][\\u0080-\\u00bf]|[ä-é][\\u00a0-\\u00bf¸¹º»][\\u00a0-\\u00bf\\u2010-\\u2122]?|${wording('misread')}`, 'g');

/** Text as stored: NFC, ideographs for radicals, no byte-order mark, line ends `\n`, other control characters as spaces. Nothing else is changed. */
export function cleanText(text: string): string {
  const plain = unifyRadicals(text.normalize('NFC'));
  return plain
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, ' ');
}

/** UTF-16 units that no reader can make sense of. */
export function countGarbled(text: string): number {
  let count = 0;
  for (const match of text.matchAll(GARBLED)) count += match[0].length;
  for (const match of text.matchAll(MOJIBAKE)) count += match[0].length;
  return count;
}
