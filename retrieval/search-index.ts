import type { Access, DocumentId, KeyId, LabelSetId, Language, PassageId, PassageKind, Projection, VersionId } from '../kernel/index.ts';
import type { WeighedWords } from './bm25.ts';

/** What the index holds of a passage; never its text. */
export interface IndexedPassage {
  readonly id: PassageId;
  readonly versionId: VersionId;
  readonly documentId: DocumentId;
  readonly labelSet: LabelSetId;
  readonly language: Language;
  readonly kind: PassageKind;
  /** As `analyse` gave them, repeats included; none holds white space. */
  readonly tokens: readonly string[];
  /** Folded identifiers, each once. */
  readonly exact: readonly string[];
  /** Unit vector of the index's embedder; absent where no word is known. */
  readonly vector?: Float32Array;
  readonly scope: readonly KeyId[];
}

/** Narrows a search; each list present must hold the passage's value. An empty list lets nothing through. */
export interface Scope {
  readonly versions?: readonly VersionId[];
  readonly documents?: readonly DocumentId[];
  readonly languages?: readonly Language[];
  readonly kinds?: readonly PassageKind[];
  /** Passages that are about at least one of these keys. */
  readonly scopeKeys?: readonly KeyId[];
}

export interface CandidateQuery {
  /** Weighed over what the reader may read: what an index counts by itself would tell of hidden passages. */
  readonly words?: WeighedWords;
  /** Folded identifiers. */
  readonly exact?: readonly string[];
  /** Unit vector; all zeros finds nothing. */
  readonly vector?: Float32Array;
  readonly where?: Scope;
  /** Candidates at most for each of `words`, `exact` and `vector`. */
  readonly n: number;
}

/** What an index is made for: vectors of another model or tokens of another analyser are never mixed with its own. */
export interface IndexIdentity {
  readonly analyser: string;
  readonly model: string;
  readonly dimension: number;
  readonly centre: Float32Array;
}

export interface SearchIndex extends Projection<IndexedPassage> {
  /**
   * Passages that may answer, best first for each way asked: `exact` by how many of the identifiers they hold, `words` by BM25
   * (see `weighWords`), `vector` by cosine; joined in that order, each passage once. Ties by id. Access and scope are applied
   * before ranking, and nothing that the reader may not read has a part in it: neither a place among the `n` nor a frequency.
   */
  candidates(access: Access, query: CandidateQuery, signal: AbortSignal): Promise<readonly PassageId[]>;
  /** Cosines of a unit vector with those of passages that the reader may read; passages without a vector are left out. */
  cosines(access: Access, vector: Float32Array, ids: readonly PassageId[], signal: AbortSignal): Promise<ReadonlyMap<PassageId, number>>;
}

/** A search index on its store. */
export interface OpenedIndex extends SearchIndex {
  /** @throws FaultlineError `conflict` when it was made with another analyser or embedder, or made anew with one. */
  check(): Promise<void>;
  /** Gives back what it holds of the store. */
  close(): void | Promise<void>;
}
