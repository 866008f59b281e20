import { type ChooserSettings, fitChooser } from '../learning/fit-chooser.ts';
import { hashFeature, joinHashes } from '../learning/hash-feature.ts';
import type { LearnedWeights } from '../learning/learned-weights.ts';

/** A phrase and the class that people put it in. */
export interface ClassedPhrase {
  readonly phrase: string;
  readonly label: string;
}

export interface LearnedPhrases {
  readonly labels: readonly string[];
  readonly weights: LearnedWeights;
}

/** What else is known of a phrase beside its letters, such as the concepts of vocabularies in it. */
export type PhraseMarks = (phrase: string) => readonly string[];

/** By cross-validation on the failure modes of MWO2KG. */
const SETTINGS: ChooserSettings = { pace: { step: 0.1, sparse: 0.02, shrink: 0.5 }, rounds: 10, seed: 1, limit: 4 };
const PIECES = [3, 4, 5];

/** Learns which class a short phrase belongs to. */
export function fitPhrases(phrases: readonly ClassedPhrase[], marksOf: PhraseMarks, settings: ChooserSettings = SETTINGS): LearnedPhrases {
  const labels = [...new Set(phrases.map(({ label }) => label))].sort();
  const samples = phrases.map(({ phrase, label }) => ({
    choices: phraseChoices(phrase, marksOf, labels.length),
    chosen: labels.indexOf(label),
  }));
  return { labels, weights: fitChooser(samples, settings) };
}

/** Features of a phrase with each of so many classes: its words, pairs of them, pieces of words, and marks. */
export function phraseChoices(phrase: string, marksOf: PhraseMarks, labels: number): number[][] {
  const words = phrase.toLowerCase().split(/\s+/);
  const names = new Set([
    'any',
    `first ${words[0]}`,
    `last ${words.at(-1)}`,
    `size ${Math.min(words.length, 4)}`,
    ...words.map((word) => `w ${word}`),
    ...words.map((word, at) => `ww ${words[at - 1] ?? '^'} ${word}`),
    ...words.flatMap((word) => piecesOf(`<${word}>`).map((piece) => `p ${piece}`)),
    ...marksOf(phrase).map((mark) => `m ${mark}`),
  ]);
  const keys = [...names].map(hashFeature);
  return Array.from({ length: labels }, (_, label) => keys.map((key) => joinHashes(key, label)));
}

function piecesOf(word: string): string[] {
  return PIECES.flatMap((size) => Array.from({ length: Math.max(0, word.length - size + 1) }, (_, at) => word.slice(at, at + size)));
}
