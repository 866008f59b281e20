import type { Access } from '../access.ts';
import type { PairDecision } from '../decision.ts';
import type { Evidence, Fact } from '../fact.ts';
import type { FactId, KeyId, PassageId, VersionId } from '../ids.ts';
import type { Entity, Key, KeyClass } from '../key.ts';
import type { NodeKind } from '../node-kind.ts';
import type { Predicate } from '../predicate.ts';

interface PieceOfEvidence {
  readonly versionId: VersionId;
  readonly evidence: Evidence;
}

/** A fact with the evidence that the reader may see, at least one piece. */
export interface SupportedFact {
  readonly fact: Fact;
  readonly evidence: readonly [PieceOfEvidence, ...PieceOfEvidence[]];
}

/** Where a search for entities stands: the key by which the last one was found. */
export interface EntityPlace {
  readonly rank: number;
  readonly folded: string;
  readonly key: KeyId;
}

export interface EntitySearch {
  /** Matching forms of what is looked for; a key that begins with one or holds one matches too. Without any, every key matches. */
  readonly texts: readonly string[];
  /** Matching forms of which only the same matches. */
  readonly same: readonly string[];
  readonly types?: readonly NodeKind[];
  readonly after?: EntityPlace;
  /** From 1. */
  readonly limit: number;
}

export interface EntityPage {
  readonly entities: readonly Entity[];
  /** Give it as `after` for the entities that follow; absent: there are none. */
  readonly next?: EntityPlace;
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
  /** The entity of each key as this reader sees it; keys without support are left out. `supposing` counts as if it were decided now. */
  entities(access: Access, keys: readonly KeyId[], supposing?: PairDecision): Promise<ReadonlyMap<KeyId, Entity>>;
  /**
   * Entities with a key that matches, each once, by its best key: the same first (rank 0), then those that begin with a text (1),
   * then those that hold one (2); ties by matching form (as UTF-8), then id.
   */
  search(access: Access, query: EntitySearch): Promise<EntityPage>;
  /** Ordered by id; of each at most the first `pieces` of evidence. */
  facts(access: Access, ids: readonly FactId[], pieces?: number): Promise<readonly SupportedFact[]>;
  /** Passages that support each of some facts, ascending; facts that the reader may not read are left out. */
  passagesOf(access: Access, facts: readonly FactId[]): Promise<ReadonlyMap<FactId, readonly PassageId[]>>;
  /** Facts whose subject or key object is one of these keys, ordered by id, at most `limit`. */
  about(access: Access, keys: readonly KeyId[], predicates: readonly Predicate[], limit: number): Promise<readonly SupportedFact[]>;
}
