import { compareText, fold, type TermStatistics } from '../../kernel/index.ts';
import { charactersOf, homophones, STOP_CHARACTERS, STOP_WORDS } from '../../ontology/index.ts';

/** A place where a question may say another word than was meant, with the words that may have been meant. */
export interface Slip {
  /** As said, folded. */
  readonly said: string;
  readonly words: readonly string[];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words are one slip away from too many others. */
const SHORTEST = 4;
const LONGEST = 30;
const PLAIN_WORD = /^[a-z]+$/;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** They are asked with, whatever passages hold. */
const SEVERAL_HAN_STOPS = [...STOP_WORDS].filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
/** Lengths of Chinese words that are looked for, in characters. */
const LENGTHS = [2, 3] as const;
const LONGEST_SYLLABLE = 6;
/** English words, and stretches of one Chinese run, that are looked into: a question of nothing but unknown words must not cost more. */
const MOST = 12;

/**
 * Where a question says a word that no passage holds: words that differ by one slip of the finger (a letter more, less, other, or two
 * changed about), by one Chinese character that sounds alike, or that are spelt in pinyin of two syllables. Digits are never changed:
 * a token that holds one is as it is. `tokens` are those of the question; what is held is as `statistics` count it.
 */
export function findSlips(text: string, tokens: readonly string[], statistics: TermStatistics): readonly Slip[] {
  const isHeld = (token: string) => (statistics.frequency.get(token) ?? 0) > 0;
  const latin = tokens
    .filter((token) => PLAIN_WORD.test(token) && token.length >= SHORTEST && token.length <= LONGEST && !isHeld(token))
    .slice(0, MOST)
    .map((token) => ({ said: token, words: [...oneSlipAway(token), ...wordsInPinyin(token)] }));
  const held = [...tokens.filter((token) => token.length > 1 && isHeld(token)), ...SEVERAL_HAN_STOPS];
  const chinese = Array.from(fold(text).matchAll(HAN_RUN), ([run]) => run)
    .slice(0, MOST)
    .flatMap((run) => soundingAlike(run.slice(0, LONGEST), held));
  return [...latin, ...chinese].filter(({ words }) => words.length > 0);
}

/** Of the words that may have been meant, those that passages hold, the commonest first; ties by text. */
export function likeliestWords({ words }: Slip, { frequency }: TermStatistics, most: number): readonly string[] {
  const held = [...new Set(words)].filter((word) => (frequency.get(word) ?? 0) > 0);
  return held.sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || compareText(a, b)).slice(0, most);
}

function oneSlipAway(word: string): readonly string[] {
  const parts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const);
  const words = parts.flatMap(([left, right]) => [
    ...(right === '' ? [] : [left + right.slice(1)]),
    ...(right.length < 2 ? [] : [`${left}${right.charAt(1)}${right.charAt(0)}${right.slice(2)}`]),
    ...[...LETTERS].flatMap((letter) => [left + letter + right, ...(right === '' ? [] : [left + letter + right.slice(1)])]),
  ]);
  return [...new Set(words)].filter((other) => other !== word && other.length >= SHORTEST - 1);
}

function wordsInPinyin(token: string): readonly string[] {
  const cuts = Array.from({ length: Math.min(LONGEST_SYLLABLE, token.length - 1) }, (_, at) => at + 1);
  return cuts.flatMap((cut) => {
    const last = charactersOf(token.slice(cut));
    return charactersOf(token.slice(0, cut)).flatMap((first) => last.map((second) => first + second));
  });
}

/** Stretches that no held word reaches into, each with one character replaced by one that sounds alike. */
function soundingAlike(run: string, held: readonly string[]): readonly Slip[] {
  const characters = [...run];
  const isTaken = takenBy(run, held);
  return LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, start): Slip => {
      const stretch = characters.slice(start, start + length);
      const isOpen = stretch.every(
        (character, at) => !isTaken[start + at] && !STOP_CHARACTERS.has(character) && !STOP_WORDS.has(character),
      );
      const said = stretch.join('');
      if (!isOpen) return { said, words: [] };
      return { said, words: stretch.flatMap((character, at) => homophones(character).map((other) => stretch.with(at, other).join(''))) };
    }),
  );
}

function takenBy(run: string, held: readonly string[]): readonly boolean[] {
  const taken = new Array<boolean>(run.length).fill(false);
  for (const word of held) {
    for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) taken.fill(true, at, at + word.length);
  }
  return taken;
}
