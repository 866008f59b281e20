import type { Access } from '../access.ts';
import type { DocumentRow, VersionRow } from '../document.ts';
import type { DocumentId, PassageId, VersionId } from '../ids.ts';
import type { PassageKind, RankablePassage, StoredPassage } from '../passage.ts';

/** Counts over what the reader may read; the basis of BM25. */
export interface TermStatistics {
  readonly passages: number;
  /** Mean number of tokens a passage. */
  readonly averageLength: number;
  /** Passages that hold each asked token; absent: none. */
  readonly frequency: ReadonlyMap<string, number>;
}

export interface PassageReader {
  /** In the order asked; ids that do not exist or may not be read are left out. */
  get(access: Access, ids: readonly PassageId[]): Promise<readonly StoredPassage[]>;
  /** The same passages with what they are ranked by only, in any order. */
  rankable(access: Access, ids: readonly PassageId[]): Promise<readonly RankablePassage[]>;
  /** Passages of one version with `order` in [from, to], in order; `kinds` keeps only some. */
  range(access: Access, version: VersionId, from: number, to: number, kinds?: readonly PassageKind[]): Promise<readonly StoredPassage[]>;
  statistics(access: Access, tokens: readonly string[]): Promise<TermStatistics>;
  /** Documents the reader may read with their valid version, ordered by title then id. */
  documents(access: Access): Promise<readonly { readonly document: DocumentRow; readonly version: VersionRow }[]>;
  document(access: Access, id: DocumentId): Promise<{ readonly document: DocumentRow; readonly version: VersionRow } | undefined>;
}
