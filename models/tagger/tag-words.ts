import { chainChances, likeliestChain } from '../learning/chain.ts';
import { stepKey } from '../learning/fit-chain.ts';
import { joinHashes } from '../learning/hash-feature.ts';
import { weightFinder } from '../learning/learned-weights.ts';
import type { LearnedTagger, WordMarks } from './fit-tagger.ts';
import { labelCount, spansOfLabels } from './span-labels.ts';
import type { TaggedSpan } from './tagged-text.ts';
import { wordFeatures } from './word-features.ts';

/** A stretch that was found, and how sure its least sure word is, from 0 to 1. */
export interface FoundSpan extends TaggedSpan {
  readonly chance: number;
}

/** Marks the stretches of a text by what was learnt. */
export function wordTagger({ types, weights }: LearnedTagger, marksOf: WordMarks): (words: readonly string[]) => FoundSpan[] {
  const weightOf = weightFinder(weights);
  const labels = labelCount(types.length);
  const steps = new Float64Array(labels * labels);
  for (let from = 0; from < labels; from += 1)
    for (let to = 0; to < labels; to += 1) steps[from * labels + to] = weightOf(joinHashes(stepKey(from), to));
  return (words) => {
    if (words.length === 0) return [];
    const scores = new Float64Array(words.length * labels);
    wordFeatures(words, marksOf(words)).forEach((keys, place) => {
      for (const key of keys)
        for (let label = 0; label < labels; label += 1)
          scores[place * labels + label] = (scores[place * labels + label] ?? 0) + weightOf(joinHashes(key, label));
    });
    const chain = likeliestChain(scores, steps, labels);
    const { at } = chainChances(scores, steps, labels);
    const chances = chain.map((label, place) => at[place * labels + label] ?? 0);
    return spansOfLabels(chain, types).map((span) => ({ ...span, chance: Math.min(...chances.slice(span.start, span.end)) }));
  };
}
