import type { UsedWords } from '../../../kernel/index.ts';

const OPENS = /^\s*[(（[［【]\s*$/u;
/** Words with others between brackets behind them, of the same thing: its name in another language, its code. */
const GLOSSED = /^(?<name>[^()（）]*[^()（）\s])\s*[(（]\s*(?<gloss>[^()（）]*[^()（）\s])\s*[)）]?\s*$/u;

/** Words that stand between brackets right behind others say the same as they do: both are of one saying, others each by themselves. */
export function withGlosses(text: string, words: readonly UsedWords[]): readonly (readonly UsedWords[])[] {
  const sayings: UsedWords[][] = [];
  for (const one of words) {
    const before = sayings.at(-1);
    const last = before?.at(-1);
    if (before !== undefined && last !== undefined && OPENS.test(text.slice(last.end, one.start))) before.push(one);
    else sayings.push([one]);
  }
  return sayings;
}

/** The words before brackets and those between them, where words that were read as one are both (`外委（EXT）`). */
export function glossesApart(text: string, words: UsedWords): readonly UsedWords[] {
  const written = text.slice(words.start, words.end);
  const { name, gloss } = GLOSSED.exec(written)?.groups ?? {};
  if (name === undefined || gloss === undefined) return [words];
  const { value: _, ...rest } = words;
  const at = words.start + written.indexOf(name);
  const behind = words.start + written.indexOf(gloss, name.length);
  return [
    { ...words, start: at, end: at + name.length },
    { ...rest, start: behind, end: behind + gloss.length },
  ];
}

/** Whether names are written in two scripts and tell a thing by the same numbers. */
export function areTranslations(names: readonly string[]): boolean {
  const isHan = names.map((name) => /\p{sc=Han}/u.test(name));
  const numbers = names.map((name) => (name.normalize('NFKC').match(/\d+/gu) ?? []).map(Number).join(' '));
  return isHan.includes(true) && isHan.includes(false) && new Set(numbers).size === 1;
}
