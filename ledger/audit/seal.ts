import { canonicalJson, sha256 } from '../../kernel/index.ts';

/** A batch of events, closed: their Merkle root, chained to the seal before. */
export interface Seal {
  /** From 1, without gaps. */
  readonly number: number;
  /** Milliseconds, UTC. */
  readonly at: number;
  /** How many it holds, ≥ 1. */
  readonly events: number;
  /** Hex root over the events in order of position. */
  readonly root: string;
  /** Hash of the seal before; of the first, zeros. */
  readonly previous: string;
  readonly hash: string;
}

/** What the first seal is chained to. */
export const NO_SEAL = '0'.repeat(64);

/** Hash of a seal over all its other parts. */
export function sealHash({ number, at, events, root, previous }: Omit<Seal, 'hash'>): string {
  return sha256(canonicalJson({ at, events, number, previous, root }));
}
