import { foldText } from '../../kernel/index.ts';

/** A stretch where a claim and a unit of its source do not read alike; either side may be empty. Words are folded. */
export interface Difference {
  readonly said: readonly string[];
  readonly stated: readonly string[];
  /** The words right before and behind it, which both have; empty at an end. */
  readonly before: string;
  readonly behind: string;
}

export interface Comparison {
  /** Share of the claim's words that the unit has in the same order. */
  readonly share: number;
  readonly differences: readonly Difference[];
}

/** Words in both together beyond which no two texts are compared: the work is their product. */
const MOST_PAIRS = 40_000;
const WORD = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{N}])+(?:[.\-/_](?:(?!\p{sc=Han})[\p{L}\p{N}])+)*|[≤≥<>±%°℃]/gu;
const SHORT_NOT = /n['’]t\b/gu;
const CAN_NOT = /\b(?:cannot|ca not|wo not|sha not)\b/gu;
const WHOLE: Readonly<Record<string, string>> = { cannot: 'can not', 'ca not': 'can not', 'wo not': 'will not', 'sha not': 'shall not' };

/** Words in order, each Chinese character one, `don't` as `do not`. */
export function wordsInOrder(text: string): readonly string[] {
  const plain = foldText(text)
    .text.replace(SHORT_NOT, ' not')
    .replace(CAN_NOT, (short) => WHOLE[short] ?? short);
  return plain.match(WORD) ?? [];
}

/** Of a unit, which many claims are held against. */
const known = new WeakMap<object, readonly string[]>();

export function unitWordsInOrder(unit: { readonly text: string }): readonly string[] {
  const words = known.get(unit) ?? wordsInOrder(unit.text);
  known.set(unit, words);
  return words;
}

/** Lays a claim beside a unit by their longest common subsequence of words. */
export function compareWords(claim: readonly string[], unit: readonly string[]): Comparison {
  if (claim.length === 0 || claim.length * unit.length > MOST_PAIRS) return { share: 0, differences: [] };
  const width = unit.length + 1;
  const lengths = new Uint16Array((claim.length + 1) * width);
  for (let i = claim.length - 1; i >= 0; i -= 1) {
    for (let j = unit.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        claim[i] === unit[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const differences: Difference[] = [];
  let [i, j, from, other] = [0, 0, 0, 0];
  const close = () => {
    if (i > from || j > other)
      differences.push({ said: claim.slice(from, i), stated: unit.slice(other, j), before: claim[from - 1] ?? '', behind: claim[i] ?? '' });
  };
  while (i < claim.length && j < unit.length) {
    if (claim[i] === unit[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [from, other] = [i, j];
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  [i, j] = [claim.length, unit.length];
  close();
  return { share: (lengths[0] ?? 0) / claim.length, differences };
}
