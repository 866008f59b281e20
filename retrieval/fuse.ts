import { compareText, type PassageId } from '../kernel/index.ts';

export const LEGS = ['identifier', 'lexical', 'vector', 'graph'] as const;
/** One way of recall. */
export type Leg = (typeof LEGS)[number];

/** Place of a passage in a leg's own order, from 1. */
export interface LegRank {
  readonly leg: Leg;
  readonly rank: number;
}

/** One order of passages. A leg may give several that are not comparable (one a language); `weight` is its share of the sum. */
export interface Ranking {
  readonly leg: Leg;
  readonly ids: readonly PassageId[];
  readonly weight: number;
}

export interface Fused {
  readonly id: PassageId;
  readonly score: number;
  /** Best rank in each leg that found it, in the order of `LEGS`. */
  readonly legs: readonly LegRank[];
}

/** Damps the lead of first places (Cormack, Clarke and Büttcher 2009). */
const DAMPING = 60;

/**
 * Reciprocal rank fusion: scores of different legs are never compared, only their orders. `adjust` turns the sum of a passage
 * into its final score. Best first, ties by id; the order of the rankings does not matter.
 */
export function fuse(rankings: readonly Ranking[], adjust: (id: PassageId, score: number) => number): Fused[] {
  const found = new Map<PassageId, { parts: number[]; ranks: Map<Leg, number> }>();
  for (const { leg, ids, weight } of rankings) {
    for (const [at, id] of ids.entries()) {
      const entry = found.get(id) ?? { parts: [], ranks: new Map<Leg, number>() };
      entry.parts.push(weight / (DAMPING + at + 1));
      entry.ranks.set(leg, Math.min(at + 1, entry.ranks.get(leg) ?? Number.POSITIVE_INFINITY));
      found.set(id, entry);
    }
  }
  return [...found]
    .map(([id, { parts, ranks }]) => ({ id, score: adjust(id, sum(parts)), legs: legRanks(ranks) }))
    .sort((left, right) => right.score - left.score || compareText(left.id, right.id));
}

/** Summed from the smallest up, so that the order of the rankings changes no last digit. */
function sum(parts: readonly number[]): number {
  return [...parts].sort((left, right) => left - right).reduce((total, part) => total + part, 0);
}

function legRanks(ranks: ReadonlyMap<Leg, number>): LegRank[] {
  return LEGS.flatMap((leg) => {
    const rank = ranks.get(leg);
    return rank === undefined ? [] : [{ leg, rank }];
  });
}
