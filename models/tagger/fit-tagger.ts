import { type ChainSettings, fitChain } from '../learning/fit-chain.ts';
import type { LearnedWeights } from '../learning/learned-weights.ts';
import { labelCount, labelSpans } from './span-labels.ts';
import type { TaggedText } from './tagged-text.ts';
import { wordFeatures } from './word-features.ts';

/** What is known of each word of a text beside its letters, by place. */
export type WordMarks = (words: readonly string[]) => readonly (readonly string[])[];

export interface LearnedTagger {
  readonly types: readonly string[];
  readonly weights: LearnedWeights;
}

/** By cross-validation on MaintIE and MWO2KG. */
const SETTINGS: ChainSettings = { pace: { step: 0.2, sparse: 0.1, shrink: 1 }, rounds: 8, seed: 1, limit: 4 };

/** Learns to mark stretches of words from texts that people marked. */
export function fitTagger(texts: readonly TaggedText[], marksOf: WordMarks, settings: ChainSettings = SETTINGS): LearnedTagger {
  const types = [...new Set(texts.flatMap(({ spans }) => spans.map(({ type }) => type)))].sort();
  const samples = texts.map(({ words, spans }) => ({
    places: wordFeatures(words, marksOf(words)),
    labels: labelSpans(words.length, spans, types),
  }));
  return { types, weights: fitChain(samples, labelCount(types.length), settings) };
}
