import type { PassageId } from '../kernel/index.ts';

export const LEGS = ['identifier', 'lexical', 'vector', 'graph'] as const;
/** One way of recall. */
export type Leg = (typeof LEGS)[number];

/** Place of a passage in a leg's own order, from 1. */
export interface LegRank {
  readonly leg: Leg;
  readonly rank: number;
}

/** One order of passages. A leg may give several that are not comparable (one a language). */
export interface Ranking {
  readonly leg: Leg;
  readonly ids: readonly PassageId[];
}

/** Best rank of each passage in each leg that found it, in the order of `LEGS`. */
export function legRanks(rankings: readonly Ranking[]): ReadonlyMap<PassageId, readonly LegRank[]> {
  const found = new Map<PassageId, Map<Leg, number>>();
  for (const { leg, ids } of rankings) {
    for (const [at, id] of ids.entries()) {
      const ranks = found.get(id) ?? new Map<Leg, number>();
      ranks.set(leg, Math.min(at + 1, ranks.get(leg) ?? Number.POSITIVE_INFINITY));
      found.set(id, ranks);
    }
  }
  return new Map(
    [...found].map(([id, ranks]) => [
      id,
      LEGS.flatMap((leg) => {
        const rank = ranks.get(leg);
        return rank === undefined ? [] : [{ leg, rank }];
      }),
    ]),
  );
}
