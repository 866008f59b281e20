import { type Access, type PassageId, RecentMap } from '../../../kernel/index.ts';
import type { WeighedWords } from '../../bm25.ts';
import { dot } from '../../dot.ts';
import type { Scope } from '../../search-index.ts';
import { bestByWords, type ScoredRow } from './best-by-words.ts';
import type { IndexReader } from './index-reader.ts';
import { type Allowed, type PassageFilter, PassageTable } from './passage-table.ts';
import { PostingCache } from './posting-cache.ts';
import { signBits } from './sign-bits.ts';
import { VectorCache } from './vector-cache.ts';

/** Passages nearest by sign bits whose cosine is then computed; measured recall of the ten nearest of 100k: 1.000. */
const RERANKED = 400;
/**
 * The same where the centre of the model's vectors is not known: its bits tell less, since its vectors all lie to one side. Measured
 * with raw multilingual-E5: twice as many find what the static embedder finds with its centre.
 */
const RERANKED_WITHOUT_CENTRE = 4 * RERANKED;
/** Up to so many passages the cosine of each is computed: a small site has the nearest to the last one, as the servers give them. */
const ALL_COMPARED = 4_096;
/** Vectors kept: some 25 MB. */
const VECTORS_KEPT = 32_768;
/** Entries of postings kept: six bytes each. */
const POSTINGS_KEPT = 4_000_000;
/** Filters kept: one byte a passage each. Every stream of a search has one, and the next search by the same reader has the same. */
const FILTERS_KEPT = 16;
/** Passages added at once beyond which postings are read again rather than brought up to date. */
const MANY_ADDED = 5_000;
/** Passages gone beyond which, where they are more than those that are there, all is read anew: what is known of them takes room. */
const MANY_REMOVED = 4_096;

/**
 * What the index keeps in memory to rank by, brought up to date by the difference whenever the file has another revision:
 * a row a passage (some 90 bytes), the postings and vectors that were asked last, and who may read what.
 */
export class IndexMemory {
  readonly #reader: IndexReader;
  readonly #dimension: number;
  readonly #centre: Float32Array;
  readonly #reranked: number;
  readonly #postings: PostingCache;
  #vectors: VectorCache;
  readonly #allowed = new RecentMap<string, Allowed>(FILTERS_KEPT);
  #table: PassageTable;
  #revision = -1;
  /** Since all was read. */
  #removed = 0;

  constructor(reader: IndexReader, { dimension, centre }: { readonly dimension: number; readonly centre: Float32Array }) {
    this.#reader = reader;
    this.#dimension = dimension;
    this.#centre = centre;
    this.#reranked = centre.some((value) => value !== 0) ? RERANKED : RERANKED_WITHOUT_CENTRE;
    this.#table = new PassageTable(dimension);
    this.#postings = new PostingCache((token) => reader.postings(token), POSTINGS_KEPT);
    this.#vectors = new VectorCache(dimension, VECTORS_KEPT);
  }

  /** To be called before every search: all that follows is over one state of the passages. */
  refresh(): void {
    const { value } = this.#reader.revision();
    if (value === this.#revision) return;
    this.#reader.still(() => {
      const now = this.#reader.revision();
      this.#allowed.clear();
      if (this.#revision < now.differencesSince || this.#revision > now.value) this.#readAll();
      else this.#takeDifference(this.#revision);
      if (this.#removed > Math.max(MANY_REMOVED, this.#table.size)) this.#readAll();
      this.#revision = now.value;
    });
  }

  #readAll(): void {
    this.#table = new PassageTable(this.#dimension);
    this.#vectors = new VectorCache(this.#dimension, VECTORS_KEPT);
    this.#postings.clear();
    this.#removed = 0;
    for (const row of this.#reader.placedSince(-1)) this.#table.put(row);
  }

  #takeDifference(since: number): void {
    for (const place of this.#reader.removedSince(since)) {
      this.#table.remove(place);
      this.#removed += 1;
    }
    let added = 0;
    for (const row of this.#reader.placedSince(since)) {
      this.#table.put(row);
      added += 1;
    }
    if (added > MANY_ADDED) this.#postings.clear();
    else if (!this.#postings.isEmpty) this.#postings.add(this.#reader.tokensSince(since));
  }

  /** Rows that access and scope let through. */
  allowed(access: Access, where: Scope): Allowed {
    const key = JSON.stringify([access.grants, access.hidden, where]);
    const held = this.#allowed.get(key);
    if (held !== undefined) return held;
    const allowed = this.#filter(access, where);
    this.#allowed.set(key, allowed);
    return allowed;
  }

  #filter(access: Access, where: Scope): Allowed {
    const allowed = this.#table.allowed(filterOf(access, where));
    if (where.scopeKeys === undefined) return allowed;
    const within = new Uint8Array(allowed.length);
    for (const place of this.#reader.placesOfScope(where.scopeKeys)) {
      const row = this.#table.rowOf(place);
      if (row !== undefined) within[row] = allowed[row] ?? 0;
    }
    return within;
  }

  byIdentifiers(allowed: Allowed, identifiers: readonly string[], n: number): PassageId[] {
    const rows = [...this.#reader.identifierCounts(identifiers)].flatMap(([place, score]): ScoredRow[] => {
      const row = this.#table.rowOf(place);
      return row !== undefined && allowed[row] === 1 ? [{ row, score }] : [];
    });
    return this.#inOrder(rows, n);
  }

  byWords(allowed: Allowed, words: WeighedWords, n: number): PassageId[] {
    return this.#inOrder(
      bestByWords(this.#table, allowed, words, (token) => this.#postings.get(token), n),
      n,
    );
  }

  byVector(allowed: Allowed, vector: Float32Array, n: number): PassageId[] {
    if (vector.every((value) => value === 0)) return [];
    const compared = this.#table.size <= ALL_COMPARED ? ALL_COMPARED : Math.max(this.#reranked, 2 * n);
    const near = this.#table.nearest(signBits(vector, this.#centre), compared, allowed);
    return this.#inOrder(this.#score(vector, near), n);
  }

  cosines(allowed: Allowed, vector: Float32Array, ids: readonly PassageId[]): ReadonlyMap<PassageId, number> {
    const rows = [...new Set(ids)].flatMap((id) => {
      const row = this.#table.rowOfId(id);
      return row !== undefined && allowed[row] === 1 ? [row] : [];
    });
    return new Map(this.#score(vector, rows).map(({ row, score }) => [this.#table.idAt(row), score]));
  }

  /** Rows without a vector are left out. */
  #score(vector: Float32Array, rows: readonly number[]): ScoredRow[] {
    const scored: ScoredRow[] = [];
    const missing: number[] = [];
    for (const row of rows) {
      const place = this.#table.placeAt(row);
      const score = this.#vectors.dot(vector, place);
      if (score === undefined) missing.push(place);
      else scored.push({ row, score });
    }
    if (missing.length === 0) return scored;
    for (const found of this.#reader.vectorsAt(missing)) {
      this.#vectors.put(found.place, found.vector);
      const row = this.#table.rowOf(found.place);
      if (row !== undefined) scored.push({ row, score: dot(vector, found.vector) });
    }
    return scored;
  }

  /** Ids of the `n` highest scores, ties by id. */
  #inOrder(rows: readonly ScoredRow[], n: number): PassageId[] {
    return [...rows]
      .sort((left, right) => right.score - left.score || this.#table.compareIds(left.row, right.row))
      .slice(0, n)
      .map(({ row }) => this.#table.idAt(row));
  }
}

function filterOf(access: Access, where: Scope): PassageFilter {
  const isIn = (values: readonly string[]) => {
    const held = new Set(values);
    return (value: string) => held.has(value);
  };
  const isHidden = isIn(access.hidden);
  const isAsked = where.versions === undefined ? () => true : isIn(where.versions);
  return {
    labelSet: isIn(access.grants),
    version: (version) => !isHidden(version) && isAsked(version),
    ...(where.documents === undefined ? {} : { document: isIn(where.documents) }),
    ...(where.languages === undefined ? {} : { language: isIn(where.languages) }),
    ...(where.kinds === undefined ? {} : { kind: isIn(where.kinds) }),
  };
}
