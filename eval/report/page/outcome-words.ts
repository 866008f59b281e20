import names from '../../../web/languages/zh.json' with { type: 'json' };
import type { Words } from './html-text.ts';
import { WORDS } from './report-words.ts';

const NAMES: Readonly<Record<string, string>> = names;

/** What became of a case in both languages, as the page says it; a word of a suite that is not known stays as it is. */
export function outcomeWords(outcome: string): Words {
  const graded = NAMES[`graded.${outcome}`];
  if (graded !== undefined) return { zh: graded, en: outcome };
  if (outcome in WORDS) return WORDS[outcome as keyof typeof WORDS];
  const rank = /^rank (\d+)$/u.exec(outcome)?.[1];
  return { zh: rank === undefined ? outcome : `第 ${rank} 位`, en: outcome };
}
