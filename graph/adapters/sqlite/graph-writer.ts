import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Unit } from '../../../kernel/index.ts';
import type { GraphBatch, KeyState } from '../../graph-store.ts';

const UNIT = z.object({ generation: z.number().int(), run: z.number().int() }).optional();

/** Prepared writes of the graph file, each one transaction. */
export function makeGraphWriter(database: Database) {
  const held = database.prepare('select generation, run from unit where id = ?');
  // A run is above that of any row, also where the unit's own row was lost.
  const claim = database.prepare(
    `insert into unit (id, generation, run) values (@id, @generation,
       max(coalesce((select max(run) from edge where unit = @id), 0), coalesce((select max(run) from node where unit = @id), 0)) + 1)
     on conflict (id) do update set generation = excluded.generation, run = run + 1 returning generation, run`,
  );
  const putEdge = database.prepare(
    `insert into edge (fact, unit, from_key, to_key, predicate, version_id, label_set, n, run)
     values (@fact, @unit, @from, @to, @predicate, @versionId, @labelSet, @n, @run)
     on conflict (unit, fact) do update set from_key = excluded.from_key, to_key = excluded.to_key, predicate = excluded.predicate,
       version_id = excluded.version_id, label_set = excluded.label_set, n = excluded.n, run = excluded.run`,
  );
  const putNode = database.prepare(
    `insert into node (key, unit, entity, type, names, run) values (@key, @unit, @entity, @type, @names, @run)
     on conflict (unit, key) do update set entity = excluded.entity, type = excluded.type, names = excluded.names, run = excluded.run`,
  );
  const cutEdges = database.prepare('delete from edge where unit = ? and run <> ?');
  const cutNodes = database.prepare('delete from node where unit = ? and run <> ?');
  const revise = database.prepare('update revision set value = value + 1');
  const isCurrent = (unit: Unit, run: number) => UNIT.parse(held.get(unit.id))?.run === run;

  function begin(unit: Unit, generation: number): number | undefined {
    const known = UNIT.parse(held.get(unit.id));
    if (known !== undefined && known.generation > generation) return undefined;
    return UNIT.parse(claim.get({ id: unit.id, generation }))?.run;
  }

  function cut(unit: Unit, run: number): void {
    if (cutEdges.run(unit.id, run).changes > 0) revise.run();
    cutNodes.run(unit.id, run);
  }

  return {
    /** The number of this run, or undefined when a higher generation is held. */
    begin: database.transaction(begin).immediate,
    /** False when a later run has taken the unit over. */
    write: database.transaction((unit: Unit, run: number, batches: readonly GraphBatch[]): boolean => {
      if (!isCurrent(unit, run)) return false;
      for (const batch of batches) {
        if (batch.kind === 'edges') for (const edge of batch.edges) putEdge.run({ ...edge, unit: unit.id, run });
        else for (const node of batch.nodes) putNode.run({ ...node, names: JSON.stringify(node.names), unit: unit.id, run });
      }
      if (batches.some((batch) => batch.kind === 'edges')) revise.run();
      return true;
    }).immediate,
    finish: database.transaction((unit: Unit, run: number): void => {
      if (isCurrent(unit, run)) cut(unit, run);
    }).immediate,
    keys: database.transaction((states: readonly KeyState[]): void => {
      for (const { key, generation, node } of states) {
        const unit: Unit = { kind: 'key', id: key };
        const run = begin(unit, generation);
        if (run === undefined) continue;
        if (node !== undefined) putNode.run({ ...node, names: JSON.stringify(node.names), unit: key, run });
        cut(unit, run);
      }
    }).immediate,
  };
}
