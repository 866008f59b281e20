import { type ChoiceSample, type ChooserSettings, fitChooser } from '../learning/fit-chooser.ts';
import { joinHashes } from '../learning/hash-feature.ts';
import type { LearnedWeights } from '../learning/learned-weights.ts';
import type { TaggedSpan, TaggedText } from '../tagger/tagged-text.ts';
import { pairFeatures } from './pair-features.ts';

/** How two stretches of a text are related, by their places in its list. */
export interface SpanRelation {
  readonly head: number;
  readonly tail: number;
  readonly type: string;
}

export interface RelatedText extends TaggedText {
  readonly relations: readonly SpanRelation[];
}

export interface LearnedRelations {
  /** The choice of no relation stands before them, as number 0. */
  readonly types: readonly string[];
  readonly weights: LearnedWeights;
}

/** By cross-validation on MaintIE. */
const SETTINGS: ChooserSettings = { pace: { step: 0.15, sparse: 0.1, shrink: 1 }, rounds: 8, seed: 1, limit: 4 };

/** Learns how stretches of texts are related, from pairs that people related and those that they did not. */
export function fitRelations(texts: readonly RelatedText[]): LearnedRelations {
  const types = [...new Set(texts.flatMap(({ relations }) => relations.map(({ type }) => type)))].sort();
  const samples: ChoiceSample[] = texts.flatMap(({ words, spans, relations }) =>
    pairsOf(spans).map(({ head, tail }) => {
      const relation = relations.find((one) => spans[one.head] === head && spans[one.tail] === tail);
      const keys = pairFeatures(words, spans, head, tail);
      return { choices: choicesOf(keys, types.length), chosen: relation === undefined ? 0 : 1 + types.indexOf(relation.type) };
    }),
  );
  return { types, weights: fitChooser(samples, SETTINGS) };
}

/** All pairs of different stretches, each in both directions. */
export function pairsOf<Span extends TaggedSpan>(spans: readonly Span[]): { head: Span; tail: Span }[] {
  return spans.flatMap((head) => spans.filter((tail) => tail !== head).map((tail) => ({ head, tail })));
}

/** The features of no relation and of each type. */
export function choicesOf(keys: readonly number[], types: number): number[][] {
  return Array.from({ length: types + 1 }, (_, choice) => keys.map((key) => joinHashes(key, choice)));
}
