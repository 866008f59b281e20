import { weightFinder } from '../learning/learned-weights.ts';
import { softmax } from '../learning/softmax.ts';
import type { TaggedSpan } from '../tagger/tagged-text.ts';
import { choicesOf, type LearnedRelations, pairsOf } from './fit-relations.ts';
import { pairFeatures } from './pair-features.ts';

/** A relation that was found between two stretches, and how likely it is, from 0 to 1. */
export interface FoundRelation {
  readonly head: TaggedSpan;
  readonly tail: TaggedSpan;
  readonly type: string;
  readonly chance: number;
}

/** Finds how the stretches of a text are related by what was learnt. */
export function spanRelater({
  types,
  weights,
}: LearnedRelations): (words: readonly string[], spans: readonly TaggedSpan[]) => FoundRelation[] {
  const weightOf = weightFinder(weights);
  return (words, spans) =>
    pairsOf(spans).flatMap(({ head, tail }) => {
      const choices = choicesOf(pairFeatures(words, spans, head, tail), types.length);
      const chances = softmax(choices.map((keys) => keys.reduce((sum, key) => sum + weightOf(key), 0)));
      const best = chances.indexOf(Math.max(...chances));
      const type = types[best - 1];
      return type === undefined ? [] : [{ head, tail, type, chance: chances[best] ?? 0 }];
    });
}
