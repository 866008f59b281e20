import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type HeldUnit, PASSAGE_KINDS, type PassageId, parsePassageId, parseUnit, type Unit } from '../../../kernel/index.ts';
import { EPOCH } from '../../../storage/index.ts';
import type { IndexedPassage } from '../../search-index.ts';
import { type PlacedPassage, unreadable } from './passage-table.ts';
import { countPlaces, type Postings } from './posting-cache.ts';

const ID = z.custom<PassageId>((value) => typeof value === 'string' && parsePassageId(value) !== undefined, 'not a passage id');
const VECTOR = z.custom<Buffer>((value) => Buffer.isBuffer(value), 'not bytes').transform(floatsOf);
const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string', 'not a text');
const list = <T extends string>() => z.string().transform((json) => z.array(text<T>()).parse(JSON.parse(json)));
const TOKENS = z.string().transform((joined) => (joined === '' ? [] : joined.split(' ')));
const REVISION = z.object({ value: z.number().int(), differencesSince: z.number().int() });
const HELD = z.array(z.object({ id: z.string(), generation: z.number().int() }));
const HELD_TOKENS = z.object({ place: z.number().int(), tokens: TOKENS });
/** Marks at which the full-text table splits a token, so that it has to be looked up as a phrase. */
const SPLIT = /["\\\p{Cc}]/u;
const PASSAGE = z.object({
  id: ID,
  versionId: text<IndexedPassage['versionId']>(),
  documentId: text<IndexedPassage['documentId']>(),
  labelSet: text<IndexedPassage['labelSet']>(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
  kind: z.enum(PASSAGE_KINDS),
  tokens: TOKENS,
  exact: list<string>(),
  scope: list<IndexedPassage['scope'][number]>(),
  vector: VECTOR.nullable(),
});

/** The number of the last commit, and since which one the file knows what was removed. */
interface Revision {
  readonly value: number;
  readonly differencesSince: number;
}

/** Prepared reads of the index file. */
export interface IndexReader {
  revision(): Revision;
  /** Another number after the file was made anew; commits do not change it. */
  epoch(): number;
  /** Runs reads over one state of the file. */
  still<Out>(work: () => Out): Out;
  /** Passages written after a revision that are still there, by place; -1 gives all. */
  placedSince(revision: number): Iterable<PlacedPassage>;
  /** Places whose passages were removed after a revision that is not below `differencesSince`. */
  removedSince(revision: number): readonly number[];
  tokensSince(revision: number): Iterable<{ readonly place: number; readonly tokens: readonly string[] }>;
  postings(token: string): Postings;
  /** Places that hold identifiers, each with how many of them. */
  identifierCounts(identifiers: readonly string[]): ReadonlyMap<number, number>;
  placesOfScope(keys: readonly string[]): readonly number[];
  vectorsAt(places: readonly number[]): readonly { readonly place: number; readonly vector: Float32Array }[];
  /** Units known by name or by rows, some at a time, in order of id. */
  held(after: string, limit: number): readonly HeldUnit[];
  /** In order of id. */
  passages(unit: Unit): Iterable<IndexedPassage>;
}

export function makeIndexReader(database: Database): IndexReader {
  const revision = database.prepare('select value, differences_since as differencesSince from revision');
  database.exec("create virtual table if not exists temp.passage_word using fts5vocab('main', 'passage_token', 'instance')");
  const ofToken = database.prepare('select doc from temp.passage_word where term = ?').pluck();
  const ofPhrase = database.prepare(
    `select place, passage_content.tokens from passage_token join passage_content on place = passage_token.rowid
     where passage_token match ? order by place`,
  );
  const ofIdentifiers = database
    .prepare('select place, count(*) from passage_exact where identifier in (select value from json_each(?)) group by place')
    .raw();
  const ofScope = database.prepare('select distinct place from passage_scope where key in (select value from json_each(?))').pluck();
  const placed = database
    .prepare(
      `select place, id, version_id, document_id, label_set, language, kind, length, signs
       from passage left join passage_vector using (place) where revision > ? order by place`,
    )
    .raw();
  const removed = database.prepare('select place from removed_place where revision > ?').pluck();
  const tokens = database.prepare('select place, tokens from passage join passage_content using (place) where revision > ? order by place');
  const atPlaces = database.prepare('select place, vector from passage_vector where place in (select value from json_each(?))').raw();
  const ofUnit = database.prepare(
    `select id, version_id as versionId, document_id as documentId, label_set as labelSet, language, kind, tokens, exact, scope, vector
     from passage join passage_content using (place) left join passage_vector using (place) where unit = ? order by id`,
  );

  const heldAfter = database.prepare(
    `select id, coalesce((select generation from unit where unit.id = known.id), 0) as generation
     from (select id from unit where id > @after union select unit from passage where unit > @after) known order by id limit @limit`,
  );

  return {
    held: (after, limit) => HELD.parse(heldAfter.all({ after, limit })).map(readHeld),
    revision: () => REVISION.parse(revision.get()),
    epoch: () => Math.floor(REVISION.parse(revision.get()).value / EPOCH),
    still: (work) => database.transaction(work).deferred(),
    *placedSince(since) {
      for (const row of placed.iterate(since)) yield placedPassage(row);
    },
    removedSince: (since) => checkedPlaces(removed.all(since)),
    *tokensSince(since) {
      for (const row of tokens.iterate(since)) yield HELD_TOKENS.parse(row);
    },
    postings(token) {
      if (!SPLIT.test(token)) {
        return countPlaces(checkedPlaces(ofToken.all(token.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))));
      }
      const rows = z.array(HELD_TOKENS).parse(ofPhrase.all(`"${token.replaceAll('"', '""')}"`));
      return countPlaces(rows.flatMap(({ place, tokens: held }) => held.filter((one) => one === token).map(() => place)));
    },
    identifierCounts: (identifiers) => new Map(ofIdentifiers.all(JSON.stringify(identifiers)).map(numberPair)),
    placesOfScope: (keys) => checkedPlaces(ofScope.all(JSON.stringify(keys))),
    vectorsAt: (places) => atPlaces.all(JSON.stringify(places)).map(placedVector),
    *passages(unit) {
      for (const row of ofUnit.iterate(unit.id)) {
        const { vector, ...passage } = PASSAGE.parse(row);
        yield vector === null ? passage : { ...passage, vector };
      }
    },
  };
}

function readHeld({ id, generation }: { readonly id: string; readonly generation: number }): HeldUnit {
  const unit = parseUnit(id);
  if (unit === undefined) throw unreadable();
  return { unit, generation };
}

/*
 * The rows below are checked by hand: hundreds of them a search, and a million at the first, for which a schema takes longer than
 * the search itself.
 */

function placedPassage(row: unknown): PlacedPassage {
  if (!Array.isArray(row)) throw unreadable();
  const [place, id, version, document, labelSet, language, kind, length, signs]: unknown[] = row;
  if (
    typeof place !== 'number' ||
    typeof id !== 'string' ||
    typeof version !== 'string' ||
    typeof document !== 'string' ||
    typeof labelSet !== 'string' ||
    typeof language !== 'string' ||
    typeof kind !== 'string' ||
    typeof length !== 'number'
  ) {
    throw unreadable();
  }
  const passage = { place, id, version, document, labelSet, language, kind, length };
  if (signs === null) return passage;
  if (!Buffer.isBuffer(signs)) throw unreadable();
  return { ...passage, signs: new Uint32Array(...alignedParts(signs)) };
}

function checkedPlaces(places: readonly unknown[]): readonly number[] {
  if (places.every((place): place is number => typeof place === 'number')) return places;
  throw unreadable();
}

function numberPair(row: unknown): [number, number] {
  if (Array.isArray(row) && typeof row[0] === 'number' && typeof row[1] === 'number') return [row[0], row[1]];
  throw unreadable();
}

function placedVector(row: unknown): { readonly place: number; readonly vector: Float32Array } {
  if (Array.isArray(row) && typeof row[0] === 'number' && Buffer.isBuffer(row[1])) return { place: row[0], vector: floatsOf(row[1]) };
  throw unreadable();
}

function floatsOf(blob: Buffer): Float32Array {
  return new Float32Array(...alignedParts(blob));
}

/** A typed array needs its bytes at a multiple of four; a blob is copied when it stands elsewhere in a larger buffer. */
function alignedParts(blob: Buffer): [ArrayBufferLike, number, number] {
  const words = Math.floor(blob.byteLength / 4);
  if (blob.byteOffset % 4 === 0) return [blob.buffer, blob.byteOffset, words];
  return [new Uint8Array(blob).buffer, 0, words];
}
