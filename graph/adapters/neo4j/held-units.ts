import { z } from 'zod';
import { compareText, FaultlineError, type HeldUnit, parseUnit } from '../../../kernel/index.ts';
import type { Run } from './connect-neo4j.ts';
import { overAllTypes } from './cypher-names.ts';

const HELD = z.object({ id: z.string(), generation: z.number().int().nonnegative() });

/** Units of a slot that were replaced or dropped, some at a time in order of id. */
export async function heldAfter(run: Run, slot: number, after: string, limit: number): Promise<readonly HeldUnit[]> {
  const rows = await run(
    `MATCH (u:FaultlineUnit) WHERE u.slot = $slot AND u.id > $after
     RETURN u.id AS id, u.generation AS generation ORDER BY id LIMIT $limit`,
    { slot, after, limit },
  );
  return rows.map((row) => {
    const { id, generation } = HELD.parse(row);
    return { unit: unitOf(id), generation };
  });
}

const STRAY_VERSIONS = `${overAllTypes(
  (type) =>
    `MATCH ()-[e:${type}]->() WHERE e.slot = $slot AND e.version IS NOT NULL AND e.fact IS NOT NULL RETURN DISTINCT e.version AS id`,
)}
WITH DISTINCT id WHERE NOT EXISTS { (:FaultlineUnit {slot: $slot, id: id}) }
RETURN id`;
const STRAY_KEYS = `MATCH (k:Key) WHERE k.slot = $slot AND k.key IS NOT NULL AND k.entity IS NOT NULL
  AND NOT EXISTS { (:FaultlineUnit {slot: $slot, id: k.key}) }
RETURN k.key AS id`;

/** Units of which there are rows and nothing else, ordered by id: their own node was lost. */
export async function strayUnits(run: Run, slot: number): Promise<readonly HeldUnit[]> {
  const rows = [...(await run(STRAY_VERSIONS, { slot })), ...(await run(STRAY_KEYS, { slot }))];
  return rows
    .map(({ id }): HeldUnit => ({ unit: unitOf(String(id)), generation: 0 }))
    .sort((left, right) => compareText(left.unit.id, right.unit.id));
}

function unitOf(id: string): HeldUnit['unit'] {
  const unit = parseUnit(id);
  if (unit === undefined) {
    throw new FaultlineError(
      'storage-failed',
      'The graph in Neo4j holds a row that is none of ours; make it anew with `faultline reindex`.',
    );
  }
  return unit;
}
