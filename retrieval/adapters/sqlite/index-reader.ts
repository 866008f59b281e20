import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Access, FaultlineError, PASSAGE_KINDS, type PassageId, parsePassageId, type Unit } from '../../../kernel/index.ts';
import type { IndexedPassage, Scope } from '../../search-index.ts';
import type { PlacedPassage } from './passage-table.ts';

const ID = z.custom<PassageId>((value) => typeof value === 'string' && parsePassageId(value) !== undefined, 'not a passage id');
const BLOB = z.custom<Buffer>((value) => Buffer.isBuffer(value), 'not bytes');
const VECTOR = BLOB.transform(floatsOf);
const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string', 'not a text');
const list = <T extends string>() => z.string().transform((json) => z.array(text<T>()).parse(JSON.parse(json)));

const IDS = z.array(z.object({ id: ID }));
const PLACED_IDS = z.array(z.object({ place: z.number().int(), id: ID }));
const PLACES = z.array(z.object({ place: z.number().int() }));
const PLACED_PASSAGE = z.object({
  place: z.number().int(),
  version: z.string(),
  document: z.string(),
  labelSet: z.string(),
  language: z.string(),
  kind: z.string(),
  length: z.number().int(),
  signs: BLOB.transform((blob) => new Uint32Array(...alignedParts(blob))).nullable(),
});
const TOKENS = z.string().transform((joined) => (joined === '' ? [] : joined.split(' ')));
const PHRASE_ROWS = z.array(z.object({ place: z.number().int(), tokens: TOKENS }));
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

/** Access and scope as one condition over `passage`; absent lists are bound as null. */
const READABLE = `label_set in (select value from json_each(@grants))
  and version_id not in (select value from json_each(@hidden))`;
const WITHIN = `(@versions is null or version_id in (select value from json_each(@versions)))
  and (@documents is null or document_id in (select value from json_each(@documents)))
  and (@languages is null or language in (select value from json_each(@languages)))
  and (@kinds is null or kind in (select value from json_each(@kinds)))
  and (@scopeKeys is null or exists (select 1 from passage_scope s
       where s.place = passage.place and s.key in (select value from json_each(@scopeKeys))))`;

interface VectorRow {
  readonly id: PassageId;
  readonly vector: Float32Array;
}

/** Prepared reads of the index file. */
export interface IndexReader {
  revision(): number;
  withIdentifiers(access: Access, where: Scope, identifiers: readonly string[], n: number): PassageId[];
  /** Places that hold a token, each as often as it holds it, in order. */
  postings(token: string): readonly number[];
  placesOfScope(keys: readonly string[]): ReadonlySet<number>;
  placed(): Iterable<PlacedPassage>;
  /** Vectors only: most of them are dropped again before their ids are needed. */
  vectorsAt(places: readonly number[]): readonly { readonly place: number; readonly vector: Float32Array }[];
  idsAt(places: readonly number[]): ReadonlyMap<number, PassageId>;
  vectorsOf(access: Access, ids: readonly PassageId[]): readonly VectorRow[];
  /** In order of id. */
  passages(unit: Unit): Iterable<IndexedPassage>;
}

export function makeIndexReader(database: Database): IndexReader {
  const revision = database.prepare('select value from revision').pluck();
  const byIdentifier = database.prepare(
    `select id from passage_exact join passage using (place)
     where identifier in (select value from json_each(@identifiers)) and ${READABLE} and ${WITHIN}
     group by place order by count(*) desc, id limit @n`,
  );
  database.exec("create virtual table if not exists temp.passage_word using fts5vocab('main', 'passage_token', 'instance')");
  const ofToken = database.prepare('select doc from temp.passage_word where term = ?').pluck();
  const ofPhrase = database.prepare(
    'select passage.place, passage.tokens from passage_token join passage on passage.place = passage_token.rowid where passage_token match ?',
  );
  const ofScope = database.prepare('select distinct place from passage_scope where key in (select value from json_each(?))');
  const allPlaced = database.prepare(
    `select place, version_id as version, document_id as document, label_set as labelSet, language, kind, signs,
       case tokens when '' then 0 else 1 + length(tokens) - length(replace(tokens, ' ', '')) end as length
     from passage left join passage_vector using (place)`,
  );
  const atPlaces = database.prepare('select place, vector from passage_vector where place in (select value from json_each(?))');
  const idsOf = database.prepare('select place, id from passage where place in (select value from json_each(?))');
  const ofIds = database.prepare(
    `select id, vector from passage join passage_vector using (place)
     where id in (select value from json_each(@ids)) and ${READABLE} order by id`,
  );
  const ofUnit = database.prepare(
    `select id, version_id as versionId, document_id as documentId, label_set as labelSet, language, kind, tokens, exact, scope, vector
     from passage left join passage_vector using (place) where unit = ? order by id`,
  );

  return {
    revision: () => z.number().int().parse(revision.get()),
    withIdentifiers: (access, where, identifiers, n) =>
      IDS.parse(byIdentifier.all({ ...bound(access), ...boundScope(where), identifiers: JSON.stringify(identifiers), n })).map(
        ({ id }) => id,
      ),
    postings(token) {
      if (!SPLIT.test(token)) return checkedPlaces(ofToken.all(token.replace(/[A-Z]/g, (letter) => letter.toLowerCase())));
      const rows = PHRASE_ROWS.parse(ofPhrase.all(`"${token.replaceAll('"', '""')}"`));
      return rows.flatMap(({ place, tokens }) => tokens.filter((held) => held === token).map(() => place)).sort((a, b) => a - b);
    },
    placesOfScope: (keys) => new Set(PLACES.parse(ofScope.all(JSON.stringify(keys))).map(({ place }) => place)),
    *placed() {
      for (const row of allPlaced.iterate()) {
        const { signs, ...passage } = PLACED_PASSAGE.parse(row);
        yield signs === null ? passage : { ...passage, signs };
      }
    },
    vectorsAt: (places) => atPlaces.all(JSON.stringify(places)).map(placedVector),
    idsAt: (places) => new Map(PLACED_IDS.parse(idsOf.all(JSON.stringify(places))).map(({ place, id }) => [place, id])),
    vectorsOf: (access, ids) => ofIds.all({ ...bound(access), ids: JSON.stringify(ids) }).map(vectorRow),
    *passages(unit) {
      for (const row of ofUnit.iterate(unit.id)) {
        const { vector, ...passage } = PASSAGE.parse(row);
        yield vector === null ? passage : { ...passage, vector };
      }
    },
  };
}

function bound(access: Access) {
  return { grants: JSON.stringify(access.grants), hidden: JSON.stringify(access.hidden) };
}

function boundScope(where: Scope) {
  const json = (values: readonly string[] | undefined) => (values === undefined ? null : JSON.stringify(values));
  return {
    versions: json(where.versions),
    documents: json(where.documents),
    languages: json(where.languages),
    kinds: json(where.kinds),
    scopeKeys: json(where.scopeKeys),
  };
}

/** Checked by hand: hundreds of rows a search, for which a schema takes longer than the search itself. */
function vectorRow(row: unknown): VectorRow {
  if (row instanceof Object && 'id' in row && 'vector' in row && typeof row.id === 'string' && Buffer.isBuffer(row.vector)) {
    const id = parsePassageId(row.id);
    if (id !== undefined) return { id, vector: floatsOf(row.vector) };
  }
  throw unreadable();
}

/** Checked by hand like vectors: a common word has a hundred thousand places. */
function checkedPlaces(places: readonly unknown[]): readonly number[] {
  if (places.every((place): place is number => typeof place === 'number')) return places;
  throw unreadable();
}

function placedVector(row: unknown): { readonly place: number; readonly vector: Float32Array } {
  if (row instanceof Object && 'place' in row && 'vector' in row && typeof row.place === 'number' && Buffer.isBuffer(row.vector)) {
    return { place: row.place, vector: floatsOf(row.vector) };
  }
  throw unreadable();
}

function unreadable(): FaultlineError {
  return new FaultlineError(
    'storage-failed',
    'A row of the search index cannot be read; ingest the documents again into a new data folder.',
  );
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
