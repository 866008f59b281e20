import { type Access, compareText, type FactId, type Review } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { makeDecisions } from '../decisions/decisions.ts';
import { answerReviews } from './answer-reviews.ts';
import { linkReviews } from './link-reviews.ts';
import { quarantinedFact, quarantineReviews } from './quarantine-reviews.ts';
import { readingReviews } from './reading-reviews.ts';

/** What needs a person. It follows from the evidence that the reader may see, from what people said of answers and from the decisions. */
export interface Reviews {
  /** Ordered by kind, then id. */
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
        ...(await readingReviews(connections, access, log)),
        ...(await answerReviews(connections, access, log)),
      ];
      return reviews.sort((a, b) => compareText(a.subject.kind, b.subject.kind) || compareText(a.id, b.id));
    },
    quarantined: (access, fact) => quarantinedFact(connections, access, fact),
  };
}
