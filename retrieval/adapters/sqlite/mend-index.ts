import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { signBits } from './sign-bits.ts';

/*
 * What the index file derives from a passage's row and content: length, postings, identifiers, scope, sign bits. A crash cannot
 * part them, since each commit holds all; a bad disk or a hand can.
 */

const COUNT = z.number().int();
const CONTENT = z.object({ place: z.number().int(), tokens: z.string() });
const VECTOR = z.object({ place: z.number().int(), signs: z.instanceof(Uint8Array), vector: z.instanceof(Uint8Array) });
/** Where the full-text table splits what stands between two blanks: at each character below that its tokenizer does not name. */
const SPLIT = /["\\\p{Cc}]+/u;
const LENGTH_OF_TOKENS = "case tokens when '' then 0 else 1 + length(tokens) - length(replace(tokens, ' ', '')) end";

/** A list of a content, empty where it is damaged: SQLite would refuse the whole query otherwise. */
const listOf = (column: string) => `json_each(case when json_valid(c.${column}) then c.${column} else '[]' end)`;

/** One question a kind of fault: how many rows are not as the content says. */
const CHECKS: readonly { readonly what: string; readonly query: string }[] = [
  { what: 'passages without content', query: 'select count(*) from passage where place not in (select place from passage_content)' },
  {
    what: 'contents that are no lists',
    query: 'select count(*) from passage_content where not json_valid(exact) or not json_valid(scope)',
  },
  { what: 'contents without passage', query: 'select count(*) from passage_content where place not in (select place from passage)' },
  {
    what: 'passages of another length than their content',
    query: `select count(*) from passage join passage_content using (place) where length <> ${LENGTH_OF_TOKENS}`,
  },
  ...[
    { what: 'identifiers', table: 'passage_exact', column: 'identifier', list: 'exact' },
    { what: 'scope keys', table: 'passage_scope', column: 'key', list: 'scope' },
  ].flatMap(({ what, table, column, list }) => [
    {
      what: `${what} missing`,
      query: `select count(*) from passage_content c, ${listOf(list)} e
              where not exists (select 1 from ${table} x where x.${column} = e.value and x.place = c.place)`,
    },
    {
      what: `${what} too many`,
      query: `select count(*) from ${table} x left join passage_content c using (place)
              where c.place is null or not exists (select 1 from ${listOf(list)} e where e.value = x.${column})`,
    },
  ]),
  { what: 'vectors without passage', query: 'select count(*) from passage_vector where place not in (select place from passage)' },
];

/** A line a kind of disagreement, with how many rows it is about; reads the whole file. */
export function findIndexFaults(database: Database, centre: Float32Array): readonly string[] {
  const found = CHECKS.map(({ what, query }) => ({ what, rows: COUNT.parse(database.prepare(query).pluck().get()) }));
  found.push({ what: 'sign bits that are not those of their vector', rows: wrongSigns(database, centre).length });
  found.push({ what: 'passages with other postings than tokens', rows: countWrongPostings(database) });
  return found.filter(({ rows }) => rows > 0).map(({ what, rows }) => `${rows} ${what}`);
}

/** Makes all that is derived anew in one commit, and tells readers to read everything again. */
export function mendIndex(database: Database, centre: Float32Array): void {
  database
    .transaction(() => {
      database.exec(`
        delete from passage_content where place not in (select place from passage) or not json_valid(exact) or not json_valid(scope);
        delete from passage where place not in (select place from passage_content);
        delete from passage_vector where place not in (select place from passage);
        update passage set length = (select ${LENGTH_OF_TOKENS} from passage_content where passage_content.place = passage.place);
        delete from passage_exact;
        insert into passage_exact (identifier, place) select distinct value, place from passage_content, json_each(exact);
        delete from passage_scope;
        insert into passage_scope (key, place) select distinct value, place from passage_content, json_each(scope);
        insert into passage_token (passage_token) values ('delete-all');
        insert into passage_token (rowid, tokens) select place, tokens from passage_content;
        reindex;
      `);
      const sign = database.prepare('update passage_vector set signs = ? where place = ?');
      for (const { place, signs } of wrongSigns(database, centre)) sign.run(signs, place);
      database.exec('delete from removed_place; update revision set value = value + 1; update revision set differences_since = value;');
    })
    .immediate();
}

function wrongSigns(database: Database, centre: Float32Array): readonly { readonly place: number; readonly signs: Buffer }[] {
  const wrong: { place: number; signs: Buffer }[] = [];
  for (const row of database.prepare('select place, signs, vector from passage_vector').iterate()) {
    const { place, signs, vector } = VECTOR.parse(row);
    const numbers = new Float32Array(new Uint8Array(vector).buffer, 0, Math.floor(vector.byteLength / 4));
    const right = signBits(numbers, centre);
    const bytes = Buffer.from(right.buffer, right.byteOffset, right.byteLength);
    if (!bytes.equals(signs)) wrong.push({ place, signs: bytes });
  }
  return wrong;
}

/** Passages whose postings, as a bag, are not those of their tokens, and postings of no passage. */
function countWrongPostings(database: Database): number {
  const hashOf = makeTermHash();
  const sums = new Map<number, number>();
  const add = (place: number, hash: number) => sums.set(place, (sums.get(place) ?? 0) + hash);
  for (const row of database.prepare('select doc, term from temp.passage_word').raw().iterate()) {
    const [place, term] = z.tuple([z.number(), z.string()]).parse(row);
    add(place, hashOf(term));
  }
  for (const row of database.prepare('select place, tokens from passage_content').iterate()) {
    const { place, tokens } = CONTENT.parse(row);
    for (const token of tokens.split(' ')) {
      for (const term of token.split(SPLIT)) if (term !== '') add(place, -hashOf(term.replace(/[A-Z]/g, (letter) => letter.toLowerCase())));
    }
  }
  return [...sums.values()].filter((sum) => sum !== 0).length;
}

/** FNV-1a in 32 bits, each term once: sums of them over the words of a passage are whole numbers that cannot overflow. */
function makeTermHash(): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const held = known.get(term);
    if (held !== undefined) return held;
    let hash = 0x811c9dc5;
    for (let index = 0; index < term.length; index++) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193) >>> 0;
    known.set(term, hash);
    return hash;
  };
}
