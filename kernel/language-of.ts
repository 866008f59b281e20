import type { Language } from './passage.ts';
import { foldWidth } from './text/fold-width.ts';
import { unitOf } from './units/units.ts';

/** A Latin word says about as much as two Han characters. */
const WORD_WEIGHT = 2;
/** Above this share a text has one language; an acronym in a Chinese sentence does not make it mixed. */
const DOMINANT = 0.75;

const PIECES = /\p{Script=Han}|[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}_.·/'-]*/gu;
const WORD = /^\p{Script=Latin}{2,}(?:['-]\p{Script=Latin}+)*[.']?$/u;

/** Language by the share of Han characters and Latin words; codes, units and numbers count for neither. */
export function languageOf(text: string): Language {
  let han = 0;
  let words = 0;
  for (const [piece] of foldWidth(text).matchAll(PIECES)) {
    if (/^\p{Script=Han}/u.test(piece)) han += 1;
    else if (WORD.test(piece) && unitOf(piece) === undefined) words += 1;
  }
  const total = han + words * WORD_WEIGHT;
  if (total === 0) return 'none';
  const share = han / total;
  if (share >= DOMINANT) return 'zh';
  return share <= 1 - DOMINANT ? 'en' : 'mixed';
}
