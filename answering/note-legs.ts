import type { PassageId } from '../kernel/index.ts';
import type { Citation, FoundCitation } from './answer.ts';
import type { Evidence, FoundPassage } from './dependencies.ts';

/** Evidence that remembers which legs of recall found a passage, and how far up, for whoever asks why it was cited. */
export function noteLegs(evidence: Evidence): {
  readonly evidence: Evidence;
  /** Each cited passage once, in the order of the citations. */
  found(citations: readonly Citation[]): readonly FoundCitation[];
} {
  const ranks = new Map<PassageId, Map<string, number>>();
  const note = ({ stored, legs = [] }: FoundPassage): void => {
    const known = ranks.get(stored.passage.id) ?? new Map<string, number>();
    for (const { leg, rank } of legs) known.set(leg, Math.min(known.get(leg) ?? rank, rank));
    ranks.set(stored.passage.id, known);
  };
  return {
    evidence: {
      ...evidence,
      async find(access, query, signal) {
        const found = await evidence.find(access, query, signal);
        for (const hit of found.parts.flat()) note(hit);
        return found;
      },
    },
    found: (citations) =>
      [...new Set(citations.map(({ passageId }) => passageId))].map((passageId) => ({
        passageId,
        legs: [...(ranks.get(passageId) ?? [])]
          .map(([leg, rank]) => ({ leg, rank }))
          .sort((a, b) => a.rank - b.rank || (a.leg < b.leg ? -1 : 1)),
      })),
  };
}
