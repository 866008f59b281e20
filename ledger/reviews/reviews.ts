import { type Access, compareText, type FactId, type Review } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { makeDecisions } from '../decisions/decisions.ts';
import { answerReviews } from './answer-reviews.ts';
import { columnReviews } from './column-reviews.ts';
import { linkReviews } from './link-reviews.ts';
import { quarantinedFact, quarantineReviews } from './quarantine-reviews.ts';
import { rowReviews } from './row-reviews.ts';

/** What needs a person. It follows from the evidence that the reader may see, from what people said of answers and from the decisions. */
export interface Reviews {
  /** Those that touch most first, then by id. */
  list(access: Access): Promise<readonly Review[]>;
  /** A fact in quarantine: how it breaks the schema, and whether it could count all the same. */
  quarantined(access: Access, fact: FactId): Promise<{ readonly cause: string; readonly acceptable: boolean } | undefined>;
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
      ];
      return reviews.sort((a, b) => b.touches - a.touches || compareText(a.id, b.id));
    },
    quarantined: (access, fact) => quarantinedFact(connections, access, fact),
  };
}
