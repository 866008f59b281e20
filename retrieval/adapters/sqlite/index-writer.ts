import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Unit } from '../../../kernel/index.ts';
import type { IndexedPassage } from '../../search-index.ts';
import type { PlacedPassage } from './passage-table.ts';
import { signBits } from './sign-bits.ts';

const UNIT = z.object({ generation: z.number().int(), run: z.number().int() }).optional();
const HELD = z.object({ place: z.number().int(), tokens: z.string() });
const REVISION = z.object({ value: z.number().int() });

/** What a commit changed among the passages; `revision` is the one after it. */
export interface PlacedChanges {
  readonly revision: number;
  readonly removed: readonly number[];
  readonly put: readonly PlacedPassage[];
}

/** Named transactions on the index file, each short and whole. */
export interface IndexWriter {
  /** The number of this run, or undefined when a higher generation is held. */
  begin(unit: Unit, generation: number): number | undefined;
  /** Undefined when a later run has taken the unit over. */
  write(unit: Unit, run: number, passages: readonly IndexedPassage[]): PlacedChanges | undefined;
  /** Deletes at most `limit` passages that the run did not write; undefined when a later run has taken over or none is left. */
  cut(unit: Unit, run: number, limit: number): PlacedChanges | undefined;
}

export function makeIndexWriter(database: Database, centre: Float32Array): IndexWriter {
  const unitOf = database.prepare('select generation, run from unit where id = ?');
  const claim = database.prepare(
    `insert into unit (id, generation, run) values (?, ?, 1)
     on conflict (id) do update set generation = excluded.generation, run = run + 1 returning generation, run`,
  );
  const nextRevision = database.prepare('update revision set value = value + 1 returning value');
  const held = database.prepare('select place, tokens from passage where id = ?');
  const surplus = database.prepare('select place, tokens from passage where unit = ? and run <> ? order by id limit ?');
  const insert = database.prepare(
    `insert into passage (id, unit, run, version_id, document_id, label_set, language, kind, tokens, exact, scope)
     values (@id, @unit, @run, @versionId, @documentId, @labelSet, @language, @kind, @tokens, @exact, @scope) returning place, tokens`,
  );
  const remove = database.prepare('delete from passage where place = ?');
  const addTokens = database.prepare('insert into passage_token (rowid, tokens) values (?, ?)');
  const dropTokens = database.prepare("insert into passage_token (passage_token, rowid, tokens) values ('delete', ?, ?)");
  const addExact = database.prepare('insert into passage_exact (identifier, place) values (?, ?)');
  const dropExact = database.prepare(
    'delete from passage_exact where place = @place and identifier in (select value from json_each((select exact from passage where place = @place)))',
  );
  const addScope = database.prepare('insert into passage_scope (key, place) values (?, ?)');
  const dropScope = database.prepare(
    'delete from passage_scope where place = @place and key in (select value from json_each((select scope from passage where place = @place)))',
  );
  const addVector = database.prepare('insert into passage_vector (place, signs, vector) values (?, ?, ?)');
  const dropVector = database.prepare('delete from passage_vector where place = ?');

  const isCurrent = (unit: Unit, run: number) => UNIT.parse(unitOf.get(unit.id))?.run === run;
  const revise = () => REVISION.parse(nextRevision.get()).value;

  function erase({ place, tokens }: z.infer<typeof HELD>): void {
    dropTokens.run(place, tokens);
    dropExact.run({ place });
    dropScope.run({ place });
    dropVector.run(place);
    remove.run(place);
  }

  function add(unit: Unit, run: number, passage: IndexedPassage): PlacedPassage {
    const { vector, tokens, exact, scope, ...plain } = passage;
    const lists = {
      tokens: tokens.join(' '),
      exact: JSON.stringify([...new Set(exact)].sort()),
      scope: JSON.stringify([...new Set(scope)].sort()),
    };
    const { place } = HELD.parse(insert.get({ ...plain, ...lists, unit: unit.id, run }));
    addTokens.run(place, lists.tokens);
    for (const identifier of new Set(exact)) addExact.run(identifier, place);
    for (const key of new Set(scope)) addScope.run(key, place);
    const { versionId: version, documentId: document, labelSet, language, kind } = plain;
    const placed = { place, version, document, labelSet, language, kind, length: tokens.length };
    if (vector === undefined) return placed;
    const signs = signBits(vector, centre);
    addVector.run(place, bytesOf(signs), bytesOf(vector));
    return { ...placed, signs };
  }

  return {
    begin: database.transaction((unit: Unit, generation: number): number | undefined => {
      const known = UNIT.parse(unitOf.get(unit.id));
      if (known !== undefined && known.generation > generation) return undefined;
      return UNIT.parse(claim.get(unit.id, generation))?.run;
    }).immediate,

    write: database.transaction((unit: Unit, run: number, passages: readonly IndexedPassage[]): PlacedChanges | undefined => {
      if (!isCurrent(unit, run)) return undefined;
      const removed: number[] = [];
      const put: PlacedPassage[] = [];
      for (const passage of passages) {
        const old = HELD.optional().parse(held.get(passage.id));
        if (old !== undefined) {
          erase(old);
          removed.push(old.place);
        }
        put.push(add(unit, run, passage));
      }
      return { revision: revise(), removed, put };
    }).immediate,

    cut: database.transaction((unit: Unit, run: number, limit: number): PlacedChanges | undefined => {
      if (!isCurrent(unit, run)) return undefined;
      const old = z.array(HELD).parse(surplus.all(unit.id, run, limit));
      if (old.length === 0) return undefined;
      for (const row of old) erase(row);
      return { revision: revise(), removed: old.map(({ place }) => place), put: [] };
    }).immediate,
  };
}

function bytesOf(numbers: Uint32Array | Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
