import { compareText, FaultlineError, NODE_KINDS, type NodeKind } from '../../../kernel/index.ts';
import type { GraphNode } from '../../graph-store.ts';
import type { Run } from './connect-neo4j.ts';
import { nodeLabel } from './cypher-names.ts';
import { readableNames } from './readable-names.ts';
import { renewEntities } from './renew-entities.ts';
import { deleteBareKeys } from './write-edges.ts';

const ALL_LABELS = NODE_KINDS.join(':');
const UNLINK = `UNWIND $keys AS key
  MATCH (k:Key {slot: $slot, key: key})-[link:NAMES]->(e:Entity)
  DELETE link
  RETURN e.entity AS entity`;

/**
 * Writes nodes of keys with what people read of them, and joins each to the node of its entity.
 * @throws FaultlineError `internal` for a kind that is none.
 */
export async function writeNodes(run: Run, slot: number, runNumber: number, nodes: readonly GraphNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const ordered = [...nodes].sort((left, right) => compareText(left.key, right.key));
  const left = await unlink(run, slot, ordered);
  const kinds = new Set(ordered.map(({ type }) => nodeLabel(type)));
  for (const kind of kinds) {
    const rows = ordered.filter(({ type }) => type === kind).map(rowOf);
    await run(
      `UNWIND $rows AS row
       MERGE (k:Key {slot: $slot, key: row.key})
       REMOVE k:${ALL_LABELS}
       SET k:${kind}, k += row, k.run = $run
       MERGE (e:Entity {slot: $slot, entity: row.entity})
       MERGE (k)-[:NAMES]->(e)`,
      { slot, run: runNumber, rows },
    );
  }
  await renewEntities(run, slot, [...left, ...ordered.map(({ entity }) => entity)]);
}

/** Takes from keys what they hold of their own; a node stays while edges start or end at it. */
export async function clearNodes(run: Run, slot: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const ordered = [...keys].sort(compareText);
  const left = await run(UNLINK, { slot, keys: ordered });
  await run(
    `UNWIND $keys AS key
     MATCH (k:Key {slot: $slot, key: key})
     REMOVE k:${ALL_LABELS}
     SET k = {slot: $slot, key: key}`,
    { slot, keys: ordered },
  );
  await deleteBareKeys(run, slot, ordered);
  await renewEntities(
    run,
    slot,
    left.map(({ entity }) => String(entity)),
  );
}

/** Takes keys from the entities that are theirs no more. Returns these entities. */
async function unlink(run: Run, slot: number, nodes: readonly GraphNode[]): Promise<readonly string[]> {
  const rows = nodes.map(({ key, entity }) => ({ key, entity }));
  const left = await run(
    `UNWIND $rows AS row
     MATCH (k:Key {slot: $slot, key: row.key})-[link:NAMES]->(e:Entity)
     WHERE e.entity <> row.entity
     DELETE link
     RETURN e.entity AS entity`,
    { slot, rows },
  );
  return left.map(({ entity }) => String(entity));
}

function rowOf({ key, entity, type, names }: GraphNode): Readonly<Record<string, unknown>> & { readonly type: NodeKind } {
  return { key, entity, type, names, ...readableNames(names, key) };
}

/** @throws FaultlineError `internal` when a node is given to the unit of another key. */
export function checkOwnNodes(unit: string, nodes: readonly GraphNode[]): void {
  if (nodes.some(({ key }) => key !== unit)) throw new FaultlineError('internal', 'A node was given to the unit of another key.');
}
