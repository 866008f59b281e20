import { z } from 'zod';
import { chainChances, likeliestChain } from './chain.ts';

/** Labels (`O`, `B-…`, `I-…`) with scores of starts and steps; what cannot follow stands in them as scores below all others. */
export const LABELLED_CHAIN = z.object({
  labels: z.array(z.string()),
  start: z.array(z.number()),
  transitions: z.array(z.array(z.number())).transform((rows) => Float64Array.from(rows.flat())),
});
type LabelledChain = z.infer<typeof LABELLED_CHAIN>;

/** Units from the first to the last, by their places; the chance of the least sure of them, from 0 to 1. */
interface ChainSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  readonly chance: number;
}

/** The spans of the likeliest labels together. @param scores of units by labels. */
export function chainSpans(scores: ArrayLike<number>, { labels, start, transitions }: LabelledChain): readonly ChainSpan[] {
  const own = Float64Array.from(scores);
  for (let label = 0; label < labels.length; label += 1) own[label] = (own[label] ?? 0) + (start[label] ?? 0);
  const { at } = chainChances(own, transitions, labels.length);
  const spans: ChainSpan[] = [];
  for (const [place, label] of likeliestChain(own, transitions, labels.length).entries()) {
    const [mark, type] = (labels[label] ?? '').split('-');
    if (type === undefined) continue;
    const chance = at[place * labels.length + label] ?? 0;
    const last = spans.at(-1);
    if (mark === 'I' && last !== undefined) spans[spans.length - 1] = { ...last, last: place, chance: Math.min(last.chance, chance) };
    else spans.push({ first: place, last: place, type, chance });
  }
  return spans;
}
