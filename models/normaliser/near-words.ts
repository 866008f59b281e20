import { letterBits, type WordLexicon } from './word-lexicon.ts';

/** A word of the vocabulary that a written word may stand for. */
export interface NearWord {
  readonly form: string;
  readonly kind: 'spelling' | 'abbreviation';
  /** Letters changed, or left out. */
  readonly distance: number;
  /** How often it occurs. */
  readonly times: number;
  /** The word begins with what was written. */
  readonly begins: boolean;
}

const SHORTEST_MISSPELT = 4;
const LONG = 7;
const SHORTEST_ABBREVIATED = 2;
const KEPT = 5;

/**
 * Words that a word could be a slip of (one letter changed, added, left out or swapped with its neighbour; two in a long word), and
 * words that it could abbreviate (its letters in their order, the first the same); of each kind the few nearest.
 */
export function nearWords(lower: string, lexicon: WordLexicon): NearWord[] {
  const most = lower.length < SHORTEST_MISSPELT ? 0 : lower.length < LONG ? 1 : 2;
  const spellings: NearWord[] = [];
  const abbreviations: NearWord[] = [];
  const bits = letterBits(lower);
  for (const [form, { lower: word, letters, times }] of lexicon.vocabulary) {
    if (word === lower) continue;
    if (
      most > 0 &&
      Math.abs(word.length - lower.length) <= most &&
      countBits(bits & ~letters) <= most &&
      countBits(letters & ~bits) <= most
    ) {
      const distance = slips(lower, word, most);
      if (distance <= most) spellings.push({ form, kind: 'spelling', distance, times, begins: word.startsWith(lower) });
    }
    if (
      lower.length >= SHORTEST_ABBREVIATED &&
      (bits & ~letters) === 0 &&
      word.length > lower.length &&
      word[0] === lower[0] &&
      isWithin(lower, word)
    )
      abbreviations.push({
        form,
        kind: 'abbreviation',
        distance: word.length - lower.length,
        times,
        begins: word.startsWith(lower),
      });
  }
  const likelier = (a: NearWord, b: NearWord) =>
    b.times / (1 + b.distance) ** 2 - a.times / (1 + a.distance) ** 2 || (a.form < b.form ? -1 : 1);
  return [...spellings.sort(likelier).slice(0, KEPT), ...abbreviations.sort(likelier).slice(0, KEPT)];
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function isWithin(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** Changed, added, left out or swapped letters (optimal string alignment), or more than `most`. */
function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
