import type { TagGrammar } from '../../../kernel/index.ts';
import { cosine } from '../../text-vectors.ts';
import type { CheckedClaim, CheckName } from '../check.ts';
import { claimParts } from '../claim-parts.ts';
import { type MatchWord, matchWords } from '../match-words.ts';
import type { SourceUnit } from '../source-text.ts';

/** What the support of a claim is judged by, each from 0 to about 1. Shares are of the claim's words, by how rare they are in the sources. */
export const SUPPORT_FEATURES = [
  /** Held by the one unit that holds most. */
  'one',
  /** Held by the units that hold most together, greedily one, two and four, a word near in meaning counting in part. */
  'nearOne',
  'nearTwo',
  'nearFour',
  /** Of what those four do not hold: the number of words, their share, the longest run of them: what was added is said in one piece. */
  'lostCount',
  'lostShare',
  'lostRun',
  /** Of three and of five words in a row that are held least, how far they are. */
  'weakThree',
  'weakFive',
  /** Share of its names and of its numbers and codes that they do not hold. */
  'lostNames',
  'lostNumbers',
  /** How much of it stands in the best unit in the same order, and in the four in runs of three words. */
  'order',
  'runs',
  /** A typed check (quantity, code, modality ...) failed, or found the contrary. */
  'failed',
  'contradicted',
] as const;
export type SupportFeature = (typeof SUPPORT_FEATURES)[number];
export type SupportFeatures = Readonly<Record<SupportFeature, number>>;

/** Units looked at for words near in meaning, those that hold most first: what shares no word hardly supports. */
const LOOKED_AT = 40;
const TOGETHER = [1, 2, 4] as const;
/** Cosine from which another word stands for one, and the most that it counts. */
const NEAR = { cosine: 0.45, most: 0.9 } as const;
/** What a word has to be short of to be lost. */
const LOST = 0.5;
/** Lost words, and those in a run, beyond which more tell no more. */
const MOST = { count: 8, run: 5 } as const;
const RUN = 3;
/** Checks of how many words a unit holds, which the other features measure. */
const WORDING: ReadonlySet<CheckName> = new Set(['alignment', 'addition']);

/** A claim and the units that may support it, as words; `texts` are those whose vectors `supportFeatures` asks for. */
export interface SupportWords {
  readonly all: readonly MatchWord[];
  /** Each content word once, numbers and codes among them. */
  readonly content: readonly WordText[];
  /** Places of the content words in `content`, as the claim has them. */
  readonly said: readonly number[];
  readonly units: readonly UnitWords[];
  readonly rarity: (word: string) => number;
  readonly texts: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface WordText extends Stretch {
  readonly word: string;
  /** As written, in lower case. */
  readonly text: string;
  readonly isName: boolean;
  readonly isNumber: boolean;
}

interface UnitWords {
  readonly unit: SourceUnit;
  readonly words: readonly { readonly word: string; readonly text: string }[];
}

/** Takes a claim and its units apart. */
export function supportWords(claim: string, units: readonly SourceUnit[], grammar: TagGrammar): SupportWords {
  const told = new Set(claimParts(claim, grammar).words.map(({ start }) => start));
  const all = matchWords(claim);
  const kept = all.filter(({ start, text }) => told.has(start) || hasDigit(text));
  const content = [...new Map(kept.map((one) => [one.text, one])).values()].map((one): WordText => {
    const { start, end } = one;
    const text = claim.slice(start, end);
    return {
      word: one.text,
      text: text.toLowerCase(),
      start,
      end,
      isName: start > 0 && /^\p{Lu}/u.test(text),
      isNumber: hasDigit(one.text),
    };
  });
  const places = new Map(content.map(({ word }, at) => [word, at]));
  const said = kept.flatMap(({ text }) => places.get(text) ?? []);
  const rarity = rarityIn(units);
  const held = (unit: SourceUnit) => content.reduce((sum, { word }) => sum + (unit.words.has(word) ? rarity(word) : 0), 0);
  const looked = units
    .map((unit, at) => ({ unit, at, held: held(unit) }))
    .sort((a, b) => b.held - a.held || a.at - b.at)
    .slice(0, LOOKED_AT)
    .map(({ unit }) => wordsOf(unit));
  const texts = [...new Set([...content, ...looked.flatMap(({ words }) => words)].map(({ text }) => text))];
  return { all, content, said, units: looked, rarity, texts };
}

/** Of a unit, which many claims are held against. */
const taken = new WeakMap<SourceUnit, UnitWords>();

function wordsOf(unit: SourceUnit): UnitWords {
  const known = taken.get(unit);
  if (known !== undefined) return known;
  const words = matchWords(unit.text).map((one) => ({ word: one.text, text: unit.text.slice(one.start, one.end).toLowerCase() }));
  taken.set(unit, { unit, words });
  return { unit, words };
}

/** Features of a claim, and the units, four at most, that hold most of it together. */
export interface Support {
  readonly features: SupportFeatures;
  readonly together: readonly SourceUnit[];
  /** Stretches of the claim that those units do not hold, in order. */
  readonly lost: readonly Stretch[];
}

/** How a claim is supported; `vectors` are of `texts`, and a text without one is near to nothing. */
export function findSupport(
  { all, content, said, units, rarity }: SupportWords,
  { verdict, checks }: Pick<CheckedClaim, 'verdict' | 'checks'>,
  vectors: ReadonlyMap<string, Float32Array>,
): Support {
  const whole = content.reduce((sum, { word }) => sum + rarity(word), 0);
  const share = (worths: readonly number[]) =>
    whole === 0 ? 1 : content.reduce((sum, { word }, at) => sum + rarity(word) * (worths[at] ?? 0), 0) / whole;
  const exact = units.map(({ unit }) => content.map(({ word }) => Number(unit.words.has(word))));
  const near = units.map((unit) => content.map((one) => worthOf(one, unit, vectors)));
  const steps = gather(near, Math.max(...TOGETHER), share);
  const [nearOne, nearTwo, nearFour] = TOGETHER.map((most) => steps[most] ?? steps.at(-1));
  const lost = content.filter((_, at) => (nearFour?.worths[at] ?? 0) < LOST);
  const inTurn = said.map((place) => nearFour?.worths[place] ?? 0);
  const shareLost = (some: readonly WordText[]) => (some.length === 0 ? 0 : some.filter((one) => lost.includes(one)).length / some.length);
  const picked = (nearFour?.picked ?? []).flatMap((at) => units[at] ?? []);
  const best = units[nearOne?.picked[0] ?? -1];
  const own = content.map(({ word }) => word);
  const typed = checks.filter(({ name }) => !WORDING.has(name));
  return {
    together: picked.map(({ unit }) => unit),
    lost: joined(lost),
    features: {
      one: Math.max(0, ...exact.map(share)),
      nearOne: nearOne?.share ?? 0,
      nearTwo: nearTwo?.share ?? 0,
      nearFour: nearFour?.share ?? 0,
      lostCount: Math.min(1, lost.length / MOST.count),
      lostShare: shareLost(content),
      lostRun: Math.min(1, longestRun(inTurn) / MOST.run),
      weakThree: weakest(inTurn, 3),
      weakFive: weakest(inTurn, 5),
      lostNames: shareLost(content.filter(({ isName }) => isName)),
      lostNumbers: shareLost(content.filter(({ isNumber }) => isNumber)),
      order:
        best === undefined
          ? 0
          : inOrder(
              own,
              best.words.map(({ word }) => word),
            ),
      runs: runsHeld(
        all.map(({ text }) => text),
        picked,
      ),
      failed: Number(typed.some(({ outcome }) => outcome === 'failed')),
      contradicted: Number(verdict === 'contradicted'),
    },
  };
}

/** Words that touch or overlap, as pairs of Chinese characters do, as one stretch. */
function joined(words: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end } of [...words].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last === undefined || start > last.end + 1) stretches.push({ start, end });
    else stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return stretches;
}

/** Of the units of all sources, by which most claims are held. */
const rarities = new WeakMap<readonly SourceUnit[], (word: string) => number>();

/** How telling a word is among the units, as natural logarithm; at least a half. */
function rarityIn(units: readonly SourceUnit[]): (word: string) => number {
  const known = rarities.get(units);
  if (known !== undefined) return known;
  const frequency = new Map<string, number>();
  for (const { words } of units) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(1 + (units.length + 1) / ((frequency.get(word) ?? 0) + 0.5)) + 0.5;
  rarities.set(units, rarity);
  return rarity;
}

/** A number is there or it is not. */
function worthOf({ word, text, isNumber }: WordText, { unit, words }: UnitWords, vectors: ReadonlyMap<string, Float32Array>): number {
  if (unit.words.has(word)) return 1;
  if (isNumber) return 0;
  const own = vectors.get(text);
  const best = words.reduce((most, other) => Math.max(most, cosine(own, vectors.get(other.text))), 0);
  return best < NEAR.cosine ? 0 : Math.min(NEAR.most, best);
}

interface Gathered {
  readonly share: number;
  readonly worths: readonly number[];
  readonly picked: readonly number[];
}

/** What no unit holds, then that with the unit that adds most, up to so many, while one adds anything; ties by order. */
function gather(units: readonly (readonly number[])[], most: number, shareOf: (worths: readonly number[]) => number): readonly Gathered[] {
  const none = units[0]?.map(() => 0) ?? [];
  let last: Gathered = { share: units.length === 0 ? 0 : shareOf(none), worths: none, picked: [] };
  const steps = [last];
  while (steps.length <= most) {
    const { share, worths, picked } = last;
    const [next] = units
      .map((unit, at) => {
        const joined = worths.map((worth, place) => Math.max(worth, unit[place] ?? 0));
        return { at, joined, share: shareOf(joined) };
      })
      .sort((a, b) => b.share - a.share || a.at - b.at);
    if (next === undefined || next.share <= share) break;
    last = { share: next.share, worths: next.joined, picked: [...picked, next.at] };
    steps.push(last);
  }
  return steps;
}

/** Longest common subsequence as share of the claim's words. */
function inOrder(claim: readonly string[], unit: readonly string[]): number {
  if (claim.length === 0) return 1;
  let before = new Uint16Array(unit.length + 1);
  for (const word of claim) {
    const row = new Uint16Array(unit.length + 1);
    unit.forEach((other, at) => {
      row[at + 1] = word === other ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    });
    before = row;
  }
  return (before[unit.length] ?? 0) / claim.length;
}

function runsHeld(claim: readonly string[], units: readonly UnitWords[]): number {
  const own = runsOf(claim);
  if (own.size === 0) return 1;
  const held = new Set(units.flatMap(({ words }) => [...runsOf(words.map(({ word }) => word))]));
  return [...own].filter((run) => held.has(run)).length / own.size;
}

function runsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

function longestRun(worths: readonly number[]): number {
  let [longest, run] = [0, 0];
  for (const worth of worths) {
    run = worth < LOST ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Least mean of so many in a row; the mean of all where there are no more. */
function weakest(worths: readonly number[], length: number): number {
  if (worths.length === 0) return 1;
  const size = Math.min(length, worths.length);
  const means = worths
    .slice(0, worths.length - size + 1)
    .map((_, at) => worths.slice(at, at + size).reduce((sum, one) => sum + one, 0) / size);
  return Math.min(...means);
}

function hasDigit(text: string): boolean {
  return /\d/u.test(text);
}
