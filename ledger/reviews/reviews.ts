import { type Access, compareText, type Review } from '../../kernel/index.ts';
import type { Connections } from '../connections.ts';
import { makeDecisions } from '../decisions/decisions.ts';
import { linkReviews } from './link-reviews.ts';

/** What needs a person. Nothing of it is stored: it follows from the evidence that the reader may see and from the decisions. */
export interface Reviews {
  /** Ordered by kind, then id. */
  list(access: Access): Promise<readonly Review[]>;
}

export function makeReviews(connections: Connections): Reviews {
  return {
    async list(access) {
      const log = await makeDecisions(connections).list(access.tenant);
      const reviews = await linkReviews(connections, access, log);
      return [...reviews].sort((a, b) => compareText(a.subject.kind, b.subject.kind) || compareText(a.id, b.id));
    },
  };
}
