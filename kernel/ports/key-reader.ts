import type { Access } from '../access.ts';
import type { Evidence, Fact } from '../fact.ts';
import type { FactId, KeyId, VersionId } from '../ids.ts';
import type { Entity, Key, KeyClass } from '../key.ts';
import type { NodeKind } from '../node-kind.ts';
import type { Predicate } from '../predicate.ts';

/** A fact with the evidence that the reader may see; never empty. */
export interface SupportedFact {
  readonly fact: Fact;
  readonly evidence: readonly { readonly versionId: VersionId; readonly evidence: Evidence }[];
}

export interface KeyReader {
  /** Keys whose folded form is one of these, ordered by (class strength, id). */
  find(
    access: Access,
    folded: readonly string[],
    filter?: { types?: readonly NodeKind[]; classes?: readonly KeyClass[] },
  ): Promise<readonly Key[]>;
  /** All keys of some types, ordered by (folded, id): what does exist, for refusals and entity linking; capped at `limit`. */
  ofTypes(access: Access, types: readonly NodeKind[], limit: number): Promise<readonly Key[]>;
  get(access: Access, ids: readonly KeyId[]): Promise<readonly Key[]>;
  /** The entity of each key as this reader sees it; keys without support are left out. */
  entities(access: Access, keys: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Entity>>;
  facts(access: Access, ids: readonly FactId[]): Promise<readonly SupportedFact[]>;
  /** Facts whose subject or key object is one of these keys, ordered by id, at most `limit`. */
  about(access: Access, keys: readonly KeyId[], predicates: readonly Predicate[], limit: number): Promise<readonly SupportedFact[]>;
}
