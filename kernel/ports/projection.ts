import { type KeyId, parseKeyId, parseVersionId, type VersionId } from '../ids.ts';

/** What a projection replaces as a whole. */
export type Unit = { readonly kind: 'version'; readonly id: VersionId } | { readonly kind: 'key'; readonly id: KeyId };

/** The unit of an id; undefined when the text is the id of none. */
export function parseUnit(text: string): Unit | undefined {
  const version = parseVersionId(text);
  if (version !== undefined) return { kind: 'version', id: version };
  const key = parseKeyId(text);
  return key === undefined ? undefined : { kind: 'key', id: key };
}

/** Hex SHA-256 over the sorted canonical lines of a unit as read back from the store; an absent unit has the digest of no lines. */
export type Digest = string;

/** A unit that a store knows, with the generation it was last replaced or dropped at; 0 when only rows of it are left. */
export interface HeldUnit {
  readonly unit: Unit;
  readonly generation: number;
}

/** A store that can be dropped and rebuilt from the ledger. A generation lower than the one held is ignored, also after a drop. */
export interface Projection<Batch> {
  replace(unit: Unit, generation: number, batches: AsyncIterable<Batch>): Promise<void>;
  drop(unit: Unit, generation: number): Promise<void>;
  /** What was replaced and dropped before is on the disk when this returns; only then may it be taken as delivered. */
  flush(): Promise<void>;
  digest(unit: Unit): Promise<Digest>;
  /** Every unit that was ever replaced or dropped, or of which there are rows, once; ordered by id. */
  held(): AsyncIterable<HeldUnit>;
  /**
   * Names where parts of the store disagree among themselves, such as a table of identifiers with the passages that it was taken
   * from; `mend` makes the derived parts anew. What the store holds of a unit is judged by its digest, not here.
   */
  examine(mend: boolean): Promise<readonly string[]>;
  /** Goes up whenever what a read gives may have changed, and never down: names the state that an answer was made from. */
  revision(): Promise<number>;
}
