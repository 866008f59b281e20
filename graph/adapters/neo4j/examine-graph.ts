import { z } from 'zod';
import { NODE_KINDS } from '../../../kernel/index.ts';
import type { Neo4jConnection } from './connect-neo4j.ts';
import { overAllTypes } from './cypher-names.ts';
import { makeParts, missingParts } from './neo4j-schema.ts';
import { renewEntities } from './renew-entities.ts';
import { emptySlot, readSlot } from './store-slot.ts';

const COUNT = z.object({ count: z.number().int() });
const SLOTS = z.object({ slot: z.number().int() });

interface Check {
  /** What is wrong; `count` goes before it. */
  readonly fault: string;
  /** Binds what is wrong to `odd`. */
  readonly find: string;
  /** Puts `odd` right. */
  readonly mend: string;
}

/**
 * What people may have changed by hand in a database that is theirs to look at, or a rebuild that was cut off has left. Rows
 * that are mended by deletion are missing from the digest of their unit afterwards, by which they are projected again.
 */
const CHECKS: readonly Check[] = [
  {
    fault: 'nodes of keys have not the label of their kind',
    find: `MATCH (odd:Key) WHERE odd.slot = $slot AND odd.key IS NOT NULL AND odd.entity IS NOT NULL
      AND [label IN labels(odd) WHERE label IN $kinds] <> [odd.type]`,
    mend: `REMOVE odd:${NODE_KINDS.join(':')} ${NODE_KINDS.map((kind) => `FOREACH (_ IN CASE WHEN odd.type = '${kind}' THEN [1] ELSE [] END | SET odd:${kind})`).join('\n')}`,
  },
  {
    fault: 'relationships do not join the keys that they name',
    find: `${overAllTypes(
      (type) => `MATCH (a)-[odd:${type}]->(b) WHERE odd.slot = $slot AND odd.version IS NOT NULL AND odd.fact IS NOT NULL
        AND NOT coalesce(a.slot = odd.slot AND b.slot = odd.slot AND a.key = odd.from AND b.key = odd.to, false) RETURN odd`,
    )} WITH odd`,
    mend: 'DELETE odd',
  },
  {
    fault: 'links of keys to entities are not as the keys say',
    find: `MATCH (k:Key)-[odd:NAMES]->(e) WHERE k.slot = $slot AND k.key IS NOT NULL
      AND NOT coalesce(e.entity = k.entity AND e.slot = k.slot, false)`,
    mend: 'DELETE odd',
  },
  {
    fault: 'keys are not linked to their entity',
    find: `MATCH (odd:Key) WHERE odd.slot = $slot AND odd.key IS NOT NULL AND odd.entity IS NOT NULL AND NOT (odd)-[:NAMES]->(:Entity)`,
    mend: 'MERGE (e:Entity {slot: $slot, entity: odd.entity}) MERGE (odd)-[:NAMES]->(e)',
  },
  {
    // Last: what is mended above may leave some.
    fault: 'nodes of keys have neither content nor edges',
    find: 'MATCH (odd:Key) WHERE odd.slot = $slot AND odd.key IS NOT NULL AND odd.entity IS NULL AND NOT (odd)--()',
    mend: 'DELETE odd',
  },
];

/** Names of the entities of a slot whose own node may not show what their keys say. */
const ALL_ENTITIES = 'MATCH (e:Entity) WHERE e.slot = $slot AND e.entity > $after RETURN e.entity AS entity ORDER BY entity LIMIT 1000';
/** Of this store alone, and of those that were made beside it, which bear its name with an ending: other sites may share the server. */
const LEFT_SLOTS = `MATCH (f:FaultlineLeftSlot) WHERE f.store = $store OR f.store STARTS WITH $store + '.'
  RETURN f.slot AS slot ORDER BY slot`;

/** See the port; what is wrong is named in one sentence each. */
export async function examineGraph(connection: Neo4jConnection, store: string, mend: boolean): Promise<readonly string[]> {
  const slot = await connection.read((run) => readSlot(run, store));
  if (slot === undefined) return [];
  const faults = (await missingParts(connection)).map((name) => `The constraint or index ${name} is missing.`);
  if (mend && faults.length > 0) await makeParts(connection);
  const left = await connection.read((run) => run(LEFT_SLOTS, { store }));
  if (left.length > 0) faults.push(`${left.length} graphs that were replaced are still there.`);
  if (mend) for (const row of left) await emptySlot(connection, SLOTS.parse(row).slot);
  let isMended = false;
  for (const check of CHECKS) {
    const parameters = { slot, kinds: NODE_KINDS };
    const rows = await connection.read((run) => run(`${check.find} RETURN count(odd) AS count`, parameters));
    const { count } = COUNT.parse(rows[0]);
    if (count === 0) continue;
    faults.push(`${count} ${check.fault}.`);
    if (!mend) continue;
    await connection.write((run) => run(`${check.find} ${check.mend}`, parameters));
    isMended = true;
  }
  if (isMended) {
    await renewAll(connection, slot);
    await connection.write((run) => run('MATCH (s:FaultlineStore {name: $store}) SET s.revision = s.revision + 1', { store }));
  }
  return faults;
}

async function renewAll(connection: Neo4jConnection, slot: number): Promise<void> {
  for (let after = ''; ; ) {
    const entities = (await connection.read((run) => run(ALL_ENTITIES, { slot, after }))).map(({ entity }) => String(entity));
    const last = entities.at(-1);
    if (last === undefined) return;
    await connection.write((run) => renewEntities(run, slot, entities));
    after = last;
  }
}
