import type { Access } from '../access.ts';
import type { DocumentRow, VersionRow } from '../document.ts';
import type { DocumentId, PassageId, VersionId } from '../ids.ts';
import type { PassageKind, RankablePassage, StoredPassage } from '../passage.ts';
import type { ScopeName } from '../scope-name.ts';
import type { FileBeingRead } from './file-being-read.ts';

/** Counts over what the reader may read; the basis of BM25. */
export interface TermStatistics {
  readonly passages: number;
  /** Mean number of tokens a passage. */
  readonly averageLength: number;
  /** Passages that hold each asked token; absent: none. */
  readonly frequency: ReadonlyMap<string, number>;
}

/** A section with its heading and all sections below it, a list with what stands between its items, or a table's rows. */
export interface ElementPlace {
  readonly kind: 'section' | 'list' | 'table';
  readonly version: VersionId;
  /** Order of the passage that opens it. */
  readonly opening: number;
}

/** An element read from its first passage on, in order. */
export interface ElementReading {
  readonly passages: readonly StoredPassage[];
  /** The passage that stands directly behind the last one; absent where the version ends. */
  readonly following?: StoredPassage;
  /** Proved by `isWhole`: the first passage opens it, none is missing between, and what follows stands outside. */
  readonly whole: boolean;
}

/** Passages of one version with `order` in [from, to]. */
export interface Stretch {
  readonly version: VersionId;
  readonly from: number;
  readonly to: number;
}

export interface PassageReader {
  /**
   * A section, list or table to its ends; at most `most` passages (from 1), then it is not whole. Undefined where no such
   * element opens there for this reader.
   */
  element(access: Access, place: ElementPlace, most: number): Promise<ElementReading | undefined>;
  /** In the order asked; ids that do not exist or may not be read are left out. */
  get(access: Access, ids: readonly PassageId[]): Promise<readonly StoredPassage[]>;
  /** The same passages with what they are ranked by only, in any order. */
  rankable(access: Access, ids: readonly PassageId[]): Promise<readonly RankablePassage[]>;
  /** Passages of one version with `order` in [from, to], in order; `kinds` keeps only some. */
  range(access: Access, version: VersionId, from: number, to: number, kinds?: readonly PassageKind[]): Promise<readonly StoredPassage[]>;
  /** What `range` gives for each stretch, in the order asked, by one read of all of them. */
  ranges(access: Access, stretches: readonly Stretch[]): Promise<readonly (readonly StoredPassage[])[]>;
  statistics(access: Access, tokens: readonly string[]): Promise<TermStatistics>;
  /** Documents the reader may read with their valid version, ordered by title then id. */
  documents(access: Access): Promise<readonly { readonly document: DocumentRow; readonly version: VersionRow }[]>;
  /** What documents that the reader may read are about, all of them, each name once; ordered by text, kind and source. */
  scopeNames(access: Access): Promise<readonly ScopeName[]>;
  /** Files of all forms that are being read, ordered by name; also those whose reading has ended since the access was resolved. */
  beingRead(access: Access): Promise<readonly FileBeingRead[]>;
  document(access: Access, id: DocumentId): Promise<{ readonly document: DocumentRow; readonly version: VersionRow } | undefined>;
}
