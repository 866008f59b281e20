import type { ErrorCode, PassageId } from '../kernel/index.ts';
import type { Citation, Degradation, FoundCitation, Lack, LackReason } from './answer.ts';
import type { Evidence, FoundPassage } from './dependencies.ts';

/** Of the errors of a store that is down; any other speaks of its files. */
const LACK_REASON_OF: Readonly<Partial<Record<ErrorCode, LackReason>>> = {
  'deadline-exceeded': 'late',
  busy: 'busy',
  'store-unavailable': 'away',
};

/**
 * Evidence that remembers which legs of recall found a passage, and how far up, for whoever asks why it was cited; and why what was
 * not there was not.
 */
export function noteLegs(evidence: Evidence): {
  readonly evidence: Evidence;
  /** Each cited passage once, in the order of the citations. */
  found(citations: readonly Citation[]): readonly FoundCitation[];
  /** Why each of these was missing, as far as that is known, in their order. */
  lacking(degraded: readonly Degradation[]): readonly Lack[];
} {
  const causes = new Map<Degradation, ErrorCode>();
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
        for (const [what, code] of found.causes ?? []) causes.set(what, causes.get(what) ?? code);
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
    lacking: (degraded) =>
      degraded.flatMap((what): Lack[] => {
        const code = causes.get(what);
        return code === undefined ? [] : [{ what, why: LACK_REASON_OF[code] ?? 'unreadable' }];
      }),
  };
}
