import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Unit } from '../../../kernel/index.ts';
import type { IndexedPassage } from '../../search-index.ts';
import { signBits } from './sign-bits.ts';

const UNIT = z.object({ generation: z.number().int(), run: z.number().int() }).optional();
const HELD = z.object({ place: z.number().int(), tokens: z.string() });
const PLACE = z.object({ place: z.number().int() });
const REVISION = z.object({ value: z.number().int() });

/** Named transactions on the index file, each short and whole. */
export interface IndexWriter {
  /** The number of this run, or undefined when a higher generation is held. */
  begin(unit: Unit, generation: number): number | undefined;
  /** False, and nothing written, when a later run has taken the unit over. */
  write(unit: Unit, run: number, passages: readonly IndexedPassage[]): boolean;
  /** Deletes at most `limit` passages that the run did not write; returns how many: none when a later run has taken over. */
  cut(unit: Unit, run: number, limit: number): number;
}

export function makeIndexWriter(database: Database, centre: Float32Array): IndexWriter {
  const unitOf = database.prepare('select generation, run from unit where id = ?');
  // A run is above that of any row, also where the unit's own row was lost.
  const claim = database.prepare(
    `insert into unit (id, generation, run) values (@id, @generation, coalesce((select max(run) from passage where unit = @id), 0) + 1)
     on conflict (id) do update set generation = excluded.generation, run = run + 1 returning generation, run`,
  );
  const nextRevision = database.prepare('update revision set value = value + 1 returning value');
  const held = database.prepare('select place, tokens from passage join passage_content using (place) where id = ?');
  const surplus = database.prepare(
    'select place, tokens from passage join passage_content using (place) where unit = ? and run <> ? order by id limit ?',
  );
  const insert = database.prepare(
    `insert into passage (id, unit, run, revision, version_id, document_id, label_set, language, kind, length)
     values (@id, @unit, @run, @revision, @versionId, @documentId, @labelSet, @language, @kind, @length) returning place`,
  );
  const remove = database.prepare('delete from passage where place = ?');
  const recordRemoval = database.prepare('insert into removed_place (place, revision) values (?, ?)');
  const addContent = database.prepare('insert into passage_content (place, tokens, exact, scope) values (@place, @tokens, @exact, @scope)');
  const dropContent = database.prepare('delete from passage_content where place = ?');
  const addTokens = database.prepare('insert into passage_token (rowid, tokens) values (?, ?)');
  const dropTokens = database.prepare("insert into passage_token (passage_token, rowid, tokens) values ('delete', ?, ?)");
  const addExact = database.prepare('insert into passage_exact (identifier, place) values (?, ?)');
  const dropExact = database.prepare(
    'delete from passage_exact where place = @place and identifier in (select value from json_each((select exact from passage_content where place = @place)))',
  );
  const addScope = database.prepare('insert into passage_scope (key, place) values (?, ?)');
  const dropScope = database.prepare(
    'delete from passage_scope where place = @place and key in (select value from json_each((select scope from passage_content where place = @place)))',
  );
  const addVector = database.prepare('insert into passage_vector (place, signs, vector) values (?, ?, ?)');
  const dropVector = database.prepare('delete from passage_vector where place = ?');

  const isCurrent = (unit: Unit, run: number) => UNIT.parse(unitOf.get(unit.id))?.run === run;
  const revise = () => REVISION.parse(nextRevision.get()).value;

  function erase({ place, tokens }: z.infer<typeof HELD>, revision: number): void {
    dropTokens.run(place, tokens);
    dropExact.run({ place });
    dropScope.run({ place });
    dropVector.run(place);
    dropContent.run(place);
    remove.run(place);
    recordRemoval.run(place, revision);
  }

  function add(unit: Unit, run: number, revision: number, passage: IndexedPassage): void {
    const { vector, tokens, exact, scope, ...plain } = passage;
    const lists = {
      tokens: tokens.join(' '),
      exact: JSON.stringify([...new Set(exact)].sort()),
      scope: JSON.stringify([...new Set(scope)].sort()),
    };
    const { place } = PLACE.parse(insert.get({ ...plain, unit: unit.id, run, revision, length: tokens.length }));
    addContent.run({ place, ...lists });
    addTokens.run(place, lists.tokens);
    for (const identifier of new Set(exact)) addExact.run(identifier, place);
    for (const key of new Set(scope)) addScope.run(key, place);
    if (vector !== undefined) addVector.run(place, bytesOf(signBits(vector, centre)), bytesOf(vector));
  }

  return {
    begin: database.transaction((unit: Unit, generation: number): number | undefined => {
      const known = UNIT.parse(unitOf.get(unit.id));
      if (known !== undefined && known.generation > generation) return undefined;
      return UNIT.parse(claim.get({ id: unit.id, generation }))?.run;
    }).immediate,

    write: database.transaction((unit: Unit, run: number, passages: readonly IndexedPassage[]): boolean => {
      if (!isCurrent(unit, run)) return false;
      const revision = revise();
      for (const passage of passages) {
        const old = HELD.optional().parse(held.get(passage.id));
        if (old !== undefined) erase(old, revision);
        add(unit, run, revision, passage);
      }
      return true;
    }).immediate,

    cut: database.transaction((unit: Unit, run: number, limit: number): number => {
      if (!isCurrent(unit, run)) return 0;
      const old = z.array(HELD).parse(surplus.all(unit.id, run, limit));
      if (old.length === 0) return 0;
      const revision = revise();
      for (const row of old) erase(row, revision);
      return old.length;
    }).immediate,
  };
}

function bytesOf(numbers: Uint32Array | Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
