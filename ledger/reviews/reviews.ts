import { type Access, type ColumnDecision, compareText, type FactId, type Review } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { makeDecisions } from '../decisions/decisions.ts';
import { answerReviews } from './answer-reviews.ts';
import { columnReviews } from './column-reviews.ts';
import { linkReviews } from './link-reviews.ts';
import { type QuarantinedFact, quarantinedFact, quarantineReviews } from './quarantine-reviews.ts';
import { type ReachedVersion, reachedVersions } from './reached-versions.ts';
import { rowReviews } from './row-reviews.ts';
import { unreadReviews } from './unread-reviews.ts';

/** What needs a person. It follows from the evidence that the reader may see, from what people said of answers and from the decisions. */
export interface Reviews {
  /** Those that touch most first, then by id. */
  list(access: Access): Promise<readonly Review[]>;
  /** Undefined of a fact that is in quarantine nowhere that the reader may read. */
  quarantined(access: Access, fact: FactId): Promise<QuarantinedFact | undefined>;
  /** Versions that this reader may read and that would be read anew, were this said of a column; ordered by version. */
  reached(access: Access, decision: ColumnDecision): Promise<readonly ReachedVersion[]>;
}

export function makeReviews(connections: Connections): Reviews {
  return {
    async list(access) {
      const log = await makeDecisions(connections).list(access.tenant);
      const reviews = [
        ...(await linkReviews(connections, access, log)),
        ...(await quarantineReviews(connections, access, log)),
        ...(await rowReviews(connections, access, log)),
        ...(await columnReviews(connections, access, log)),
        ...(await answerReviews(connections, access, log)),
        ...(await unreadReviews(connections, access, log)),
      ];
      return reviews.sort((a, b) => b.touches - a.touches || compareText(a.id, b.id));
    },
    quarantined: (access, fact) => quarantinedFact(connections, access, fact),
    reached: (access, decision) => reachedVersions(connections, access, decision),
  };
}
