import type { Citation } from '../contract.ts';

/** What is shown beside the page, and how a part of it has another place shown. */
export interface SelectSources {
  /** Name of what is shown: a fact, an entry. */
  readonly selected: string | undefined;
  /** Opens the first of these places. */
  readonly select: (name: string, sources: readonly Citation[]) => void;
}
