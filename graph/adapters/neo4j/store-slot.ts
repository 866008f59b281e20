import { z } from 'zod';
import type { Neo4jConnection, Run } from './connect-neo4j.ts';
import { overAllTypes } from './cypher-names.ts';
import { makeParts } from './neo4j-schema.ts';

const SLOT = z.object({ slot: z.number().int() });
const COUNT = z.object({ count: z.number().int() });
const ROWS_A_STEP = 10_000;

/**
 * A store is a node that names a slot, and everything of the store carries the number of its slot. So a store that was made
 * beside another takes its place by changing one number. Slots are counted up and never used again.
 */
export async function readSlot(run: Run, store: string): Promise<number | undefined> {
  const rows = await run('MATCH (s:FaultlineStore {name: $store}) RETURN s.slot AS slot', { store });
  return rows.length === 0 ? undefined : SLOT.parse(rows[0]).slot;
}

/** Makes constraints, indexes and the store's own node where they are missing. */
export async function prepareStore(connection: Neo4jConnection, store: string): Promise<void> {
  await makeParts(connection);
  if ((await connection.read((run) => readSlot(run, store))) !== undefined) return;
  await connection.write(async (run) => {
    await run(
      `MERGE (c:FaultlineCounter {name: 'slot'}) ON CREATE SET c.last = 0
       SET c.last = c.last + 1
       WITH c.last AS next
       MERGE (s:FaultlineStore {name: $store}) ON CREATE SET s.slot = next, s.revision = 0, s.run = 0`,
      { store },
    );
  });
}

/** Deletes what a slot holds that no store names any more, some rows at a time, and last the note that it was left. */
export async function emptySlot(connection: Neo4jConnection, slot: number): Promise<void> {
  const edges = `${overAllTypes((type) => `MATCH ()-[e:${type}]->() WHERE e.slot = $slot AND e.version IS NOT NULL AND e.fact IS NOT NULL RETURN e LIMIT $rows`)}
    WITH e LIMIT $rows DELETE e RETURN count(*) AS count`;
  const links = `MATCH (k:Key)-[e:NAMES]->() WHERE k.slot = $slot AND k.key IS NOT NULL
    WITH e LIMIT $rows DELETE e RETURN count(*) AS count`;
  // An index of two properties is used only when both are asked for.
  const nodes = (label: string, id: string) =>
    `MATCH (n:${label}) WHERE n.slot = $slot AND n.${id} IS NOT NULL WITH n LIMIT $rows DELETE n RETURN count(*) AS count`;
  for (const statement of [edges, links, nodes('Key', 'key'), nodes('Entity', 'entity'), nodes('FaultlineUnit', 'id')]) {
    for (let count = ROWS_A_STEP; count === ROWS_A_STEP; ) {
      count = COUNT.parse((await connection.write((run) => run(statement, { slot, rows: ROWS_A_STEP })))[0]).count;
    }
  }
  await connection.write((run) => run('MATCH (f:FaultlineLeftSlot {slot: $slot}) DELETE f', { slot }));
}
