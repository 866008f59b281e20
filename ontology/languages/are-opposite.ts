import * as en from './en/opposites.ts';
import { rootEnglish } from './en/stem-english.ts';
import * as zh from './zh/opposites.ts';

const HAN = /\p{sc=Han}/u;
const PAIRS: ReadonlySet<string> = new Set(
  [...en.OPPOSITES.map(([one, other]) => [rootEnglish(one), rootEnglish(other)] as const), ...zh.OPPOSITES].flatMap(([one, other]) => [
    `${one} ${other}`,
    `${other} ${one}`,
  ]),
);
const NEGATORS: ReadonlySet<string> = new Set([...en.NEGATORS, ...zh.NEGATORS]);

/** Whether one word put for the other says the contrary: by the lists of both languages, or since one is the other with a prefix that denies. */
export function areOpposite(one: string, other: string): boolean {
  if (HAN.test(one) || HAN.test(other)) return PAIRS.has(`${one} ${other}`);
  return PAIRS.has(`${rootEnglish(one)} ${rootEnglish(other)}`) || isDenied(one, other) || isDenied(other, one);
}

function isDenied(word: string, denied: string): boolean {
  return word.length > 2 && en.CONTRARY_PREFIXES.some((prefix) => denied.startsWith(prefix) && sameWord(denied.slice(prefix.length), word));
}

function sameWord(one: string, other: string): boolean {
  return one === other || (one.length > 3 && rootEnglish(one) === rootEnglish(other));
}

/** Whether a word denies what it stands by, and says no more. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word);
}
