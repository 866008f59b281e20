import { z } from 'zod';
import type { Unit } from '../../../kernel/index.ts';
import type { GraphBatch, KeyState } from '../../graph-store.ts';
import type { Neo4jConnection, Run } from './connect-neo4j.ts';
import { overAllTypes } from './cypher-names.ts';
import { cutEdges, type UnitRun, writeEdges } from './write-edges.ts';
import { checkOwnNodes, clearNodes, writeNodes } from './write-nodes.ts';

const CLAIM = z.object({ slot: z.number().int(), run: z.number().int() });
const BEGUN = z.object({ isNew: z.boolean() });
const ANY_ROW = `${overAllTypes(
  (type) => `MATCH ()-[e:${type}]->() WHERE e.slot = $slot AND e.version = $id AND e.fact IS NOT NULL RETURN e.fact AS fact LIMIT 1`,
)}
RETURN fact LIMIT 1`;
const CUT_A_STEP = 5_000;

/**
 * The store's node is changed first in every write transaction: so writers of one store go one after the other and never block
 * each other crosswise. Undefined when there is no such store.
 */
async function claimStore(run: Run, store: string, changes: 0 | 1): Promise<z.infer<typeof CLAIM> | undefined> {
  const rows = await run(
    `MATCH (s:FaultlineStore {name: $store})
     SET s.run = s.run + 1, s.revision = s.revision + $changes
     RETURN s.slot AS slot, s.run AS run`,
    { store, changes },
  );
  return rows.length === 0 ? undefined : CLAIM.parse(rows[0]);
}

/**
 * Starts a run on a unit; undefined when a higher generation is held. The generation that a unit claims keeps late deliveries
 * off; it is the one held only once the run has ended, so that one that was cut off is told again.
 */
export async function claimUnit(run: Run, store: string, unit: Unit, generation: number): Promise<UnitRun | undefined> {
  const claim = await claimStore(run, store, unit.kind === 'version' ? 1 : 0);
  if (claim === undefined) return undefined;
  const rows = await run(
    `MERGE (u:FaultlineUnit {slot: $slot, id: $id}) ON CREATE SET u.claimed = -1, u.generation = 0
     WITH u, u.claimed = -1 AS isNew WHERE u.claimed <= $generation
     SET u.claimed = $generation, u.run = $run
     RETURN isNew`,
    { ...claim, id: unit.id, generation },
  );
  if (rows.length === 0) return undefined;
  // A unit whose own node was lost may still have rows.
  const mayBeFresh = unit.kind === 'version' && BEGUN.parse(rows[0]).isNew;
  return { unit, ...claim, isFresh: mayBeFresh && (await run(ANY_ROW, { slot: claim.slot, id: unit.id })).length === 0 };
}

/**
 * Goes on with a run in another transaction. False when it is over, because a later run has taken the unit or another graph
 * the store's place.
 */
export async function goOn(run: Run, store: string, { unit, slot, run: number }: UnitRun): Promise<boolean> {
  const rows = await run(
    `MATCH (s:FaultlineStore {name: $store, slot: $slot})
     SET s.revision = s.revision + $changes
     WITH s MATCH (:FaultlineUnit {slot: $slot, id: $id, run: $run})
     RETURN s.slot AS slot`,
    { store, slot, id: unit.id, run: number, changes: unit.kind === 'version' ? 1 : 0 },
  );
  return rows.length > 0;
}

/** Writes the rows of some batches. @throws FaultlineError `internal` for a row of another unit. */
export async function writeRows(run: Run, current: UnitRun, batches: readonly GraphBatch[]): Promise<void> {
  const nodes = batches.flatMap((batch) => (batch.kind === 'nodes' ? batch.nodes : []));
  checkOwnNodes(current.unit.id, nodes);
  await writeEdges(
    run,
    current,
    batches.flatMap((batch) => (batch.kind === 'edges' ? batch.edges : [])),
  );
  await writeNodes(run, current.slot, current.run, nodes.slice(-1));
}

/** Deletes what the run did not write, then holds the generation that the run claimed. False when there is more to delete. */
export async function endRun(run: Run, current: UnitRun): Promise<boolean> {
  const { unit, slot } = current;
  if (!current.isFresh && unit.kind === 'version' && (await cutEdges(run, current, CUT_A_STEP)) === CUT_A_STEP) return false;
  if (unit.kind === 'key') await cutNode(run, current);
  await run('MATCH (u:FaultlineUnit {slot: $slot, id: $id}) SET u.generation = u.claimed', { slot, id: unit.id });
  return true;
}

async function cutNode(run: Run, { unit, slot, run: number }: UnitRun): Promise<void> {
  const old = await run('MATCH (k:Key {slot: $slot, key: $id}) WHERE k.entity IS NOT NULL AND k.run <> $run RETURN k.key AS key', {
    slot,
    id: unit.id,
    run: number,
  });
  await clearNodes(
    run,
    slot,
    old.map(({ key }) => String(key)),
  );
}

/** Replaces or drops the nodes of many keys in one transaction; keys that hold a higher generation are left as they are. */
export function writeKeys(connection: Neo4jConnection, store: string, states: readonly KeyState[]): Promise<void> {
  const byKey = new Map<string, KeyState>();
  for (const state of states) if ((byKey.get(state.key)?.generation ?? -1) <= state.generation) byKey.set(state.key, state);
  const ordered = [...byKey.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  return connection.write(async (run) => {
    const claim = await claimStore(run, store, 0);
    if (claim === undefined) return;
    const taken = await run(
      `UNWIND $rows AS row
       MERGE (u:FaultlineUnit {slot: $slot, id: row.key}) ON CREATE SET u.claimed = -1
       WITH u, row WHERE u.claimed <= row.generation
       SET u.claimed = row.generation, u.generation = row.generation, u.run = $run
       RETURN row.key AS key`,
      { ...claim, rows: ordered.map(({ key, generation }) => ({ key, generation })) },
    );
    const keys = new Set(taken.map(({ key }) => key));
    const current = ordered.filter(({ key }) => keys.has(key));
    await writeNodes(
      run,
      claim.slot,
      claim.run,
      current.flatMap(({ node }) => (node === undefined ? [] : [node])),
    );
    await clearNodes(
      run,
      claim.slot,
      current.filter(({ node }) => node === undefined).map(({ key }) => key),
    );
  });
}
