import type { Citation } from '../contract.ts';

/** What every part of an answer needs to lead to its sources. */
export interface SourceLinks {
  readonly turn: string;
  readonly selected: number | undefined;
  readonly select: (index: number) => void;
}

export interface CitedLinks extends SourceLinks {
  readonly citations: readonly Citation[];
}
