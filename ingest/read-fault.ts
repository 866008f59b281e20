import type { Outcome } from '../kernel/index.ts';

/** Why a document is not read, or not to its end, in words for a person. */
export interface ReadFault {
  readonly outcome: Outcome;
  readonly reason: string;
}
