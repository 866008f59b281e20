import { compareText, FaultlineError, type Predicate, type Unit } from '../../../kernel/index.ts';
import { compareEdges } from '../../cap-edges.ts';
import type { Edge } from '../../graph-store.ts';
import type { Run } from './connect-neo4j.ts';
import { overAllTypes, relationshipType } from './cypher-names.ts';

/** A replacement that is under way: it ends when the store's slot or the unit's run is another. */
export interface UnitRun {
  readonly unit: Unit;
  readonly slot: number;
  readonly run: number;
  /** True while the unit can have no rows of an earlier run. */
  readonly isFresh: boolean;
}

const SET_EDGE = 'SET e.from = row.from, e.to = row.to, e.n = row.n, e.labelSet = row.labelSet, e.run = $run';

/**
 * Writes edges: one relationship a fact and version, of the predicate's type, between the nodes of its two keys. Rows are sorted
 * by key, so that two writers lock nodes in one order. In a unit without rows all are created; else those that are there are
 * found by their index, not by walking the edges of a node, of which a hub has thousands.
 * @throws FaultlineError `internal` for a predicate that is none, or an edge of another version.
 */
export async function writeEdges(run: Run, { unit, slot, run: number, isFresh }: UnitRun, edges: readonly Edge[]): Promise<void> {
  if (edges.length === 0) return;
  if (edges.some(({ versionId }) => versionId !== unit.id)) {
    throw new FaultlineError('internal', 'An edge was given to the unit of another version.');
  }
  const ordered = [...new Map(edges.map((edge) => [edge.fact, edge])).values()].sort(compareEdges);
  const keys = [...new Set(ordered.flatMap(({ from, to }) => [from, to]))].sort(compareText);
  await run('UNWIND $keys AS key MERGE (:Key {slot: $slot, key: key})', { slot, keys });
  for (const [predicate, rows] of groupByType(ordered)) {
    const parameters = { slot, run: number, version: unit.id, rows };
    const known = isFresh ? new Set() : await updateKnown(run, predicate, parameters);
    const fresh = rows.filter(({ fact }) => !known.has(fact));
    if (fresh.length === 0) continue;
    // All properties in the CREATE, not by SET after it: that would gather the rows first, and took a third longer.
    await run(
      `UNWIND $rows AS row
       MATCH (a:Key {slot: $slot, key: row[0]}) MATCH (b:Key {slot: $slot, key: row[1]})
       CREATE (a)-[:${predicate} {slot: $slot, version: $version, fact: row[2], from: row[0], to: row[1], n: row[3], labelSet: row[4], run: $run}]->(b)`,
      { ...parameters, rows: fresh.map(({ from, to, fact, n, labelSet }) => [from, to, fact, n, labelSet]) },
    );
  }
}

async function updateKnown(run: Run, type: Predicate, parameters: Readonly<Record<string, unknown>>): Promise<ReadonlySet<unknown>> {
  const updated = await run(
    `UNWIND $rows AS row
     MATCH ()-[e:${type} {slot: $slot, version: $version, fact: row.fact}]->() ${SET_EDGE}
     RETURN row.fact AS fact`,
    parameters,
  );
  return new Set(updated.map(({ fact }) => fact));
}

function groupByType(edges: readonly Edge[]): ReadonlyMap<Predicate, readonly Edge[]> {
  const groups = new Map<Predicate, Edge[]>();
  for (const edge of edges) {
    const type = relationshipType(edge.predicate);
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [edge]);
    else group.push(edge);
  }
  return groups;
}

const CUT = `${overAllTypes(
  (type) =>
    `MATCH ()-[e:${type}]->() WHERE e.slot = $slot AND e.version = $version AND e.fact IS NOT NULL AND e.run <> $run RETURN e LIMIT $rows`,
)}
WITH e LIMIT $rows
WITH e, e.from AS from, e.to AS to
DELETE e
RETURN from, to`;

/**
 * Deletes at most `rows` of a version's edges that its present run did not write, and the nodes that nothing is left of.
 * Returns how many edges.
 */
export async function cutEdges(run: Run, { unit, slot, run: number }: UnitRun, rows: number): Promise<number> {
  const cut = await run(CUT, { slot, version: unit.id, run: number, rows });
  const keys = [...new Set(cut.flatMap(({ from, to }) => [String(from), String(to)]))].sort(compareText);
  await deleteBareKeys(run, slot, keys);
  return cut.length;
}

/** Deletes those of some keys' nodes that hold nothing of their own and that no edge needs. */
export async function deleteBareKeys(run: Run, slot: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await run('UNWIND $keys AS key MATCH (k:Key {slot: $slot, key: key}) WHERE k.entity IS NULL AND NOT (k)--() DELETE k', { slot, keys });
}
