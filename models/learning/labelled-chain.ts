import { z } from 'zod';
import { chainChances, likeliestChain } from './chain.ts';
import { likeliestChains } from './likeliest-chains.ts';

/** Labels (`O`, `B-…`, `I-…`) with scores of starts and steps; what cannot follow stands in them as scores below all others. */
export const LABELLED_CHAIN = z.object({
  labels: z.array(z.string()),
  start: z.array(z.number()),
  transitions: z.array(z.array(z.number())).transform((rows) => Float64Array.from(rows.flat())),
});
export type LabelledChain = z.infer<typeof LABELLED_CHAIN>;

/** Units from the first to the last, by their places. */
export interface ChainSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** Spans together, and how likely they are, from 0 to 1. */
export interface LikelySpans {
  readonly spans: readonly ChainSpan[];
  readonly chance: number;
}

/** The spans of the likeliest labels together, each with the chance of the least sure of its units. @param scores of units by labels. */
export function chainSpans(scores: ArrayLike<number>, chain: LabelledChain): readonly (ChainSpan & { readonly chance: number })[] {
  const { labels, transitions } = chain;
  const own = withStarts(scores, chain);
  const { at } = chainChances(own, transitions, labels.length);
  const likeliest = likeliestChain(own, transitions, labels.length);
  const chanceAt = (place: number) => at[place * labels.length + (likeliest[place] ?? 0)] ?? 0;
  return spansOf(likeliest, labels).map((span) => {
    const chances = Array.from({ length: span.last - span.first + 1 }, (_, place) => chanceAt(span.first + place));
    return { ...span, chance: Math.min(...chances) };
  });
}

/** The spans of each of the likeliest ways to label all units, likeliest first. @param scores of units by labels. */
export function likeliestSpans(scores: ArrayLike<number>, chain: LabelledChain, most: number): readonly LikelySpans[] {
  const { labels, transitions } = chain;
  return likeliestChains(withStarts(scores, chain), transitions, labels.length, most).map((one) => ({
    spans: spansOf(one.labels, labels),
    chance: one.chance,
  }));
}

function withStarts(scores: ArrayLike<number>, { labels, start }: LabelledChain): Float64Array {
  const own = Float64Array.from(scores);
  for (let label = 0; label < labels.length; label += 1) own[label] = (own[label] ?? 0) + (start[label] ?? 0);
  return own;
}

function spansOf(chain: readonly number[], labels: readonly string[]): readonly ChainSpan[] {
  const spans: ChainSpan[] = [];
  for (const [place, label] of chain.entries()) {
    const [mark, type] = (labels[label] ?? '').split('-');
    if (type === undefined) continue;
    const last = spans.at(-1);
    if (mark === 'I' && last !== undefined) spans[spans.length - 1] = { ...last, last: place };
    else spans.push({ first: place, last: place, type });
  }
  return spans;
}
