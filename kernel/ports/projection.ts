import type { KeyId, VersionId } from '../ids.ts';

/** What a projection replaces as a whole. */
export type Unit = { readonly kind: 'version'; readonly id: VersionId } | { readonly kind: 'key'; readonly id: KeyId };

/** Hex SHA-256 over the sorted canonical lines of a unit as read back from the store; an absent unit has the digest of no lines. */
export type Digest = string;

/** A store that can be dropped and rebuilt from the ledger. A generation lower than the one held is ignored, also after a drop. */
export interface Projection<Batch> {
  replace(unit: Unit, generation: number, batches: AsyncIterable<Batch>): Promise<void>;
  drop(unit: Unit, generation: number): Promise<void>;
  /** What was replaced and dropped before is on the disk when this returns; only then may it be taken as delivered. */
  flush(): Promise<void>;
  digest(unit: Unit): Promise<Digest>;
}
