import { z } from 'zod';
import { compareText, type EntityId, keyOfEntity } from '../../../kernel/index.ts';
import type { Run } from './connect-neo4j.ts';
import { readableNames } from './readable-names.ts';

const MEMBER = z.object({ entity: z.string(), key: z.string(), type: z.string(), names: z.array(z.string()) });
type Member = z.infer<typeof MEMBER>;

/**
 * Gives the nodes of some entities the names of all their keys, those of the key that the entity is named after first; an entity
 * without a key is deleted.
 */
export async function renewEntities(run: Run, slot: number, entities: readonly string[]): Promise<void> {
  const asked = [...new Set(entities)].sort(compareText);
  if (asked.length === 0) return;
  const members = await run(
    `UNWIND $asked AS asked
     MATCH (e:Entity {slot: $slot, entity: asked})<-[:NAMES]-(k:Key)
     RETURN asked AS entity, k.key AS key, k.type AS type, k.names AS names`,
    { slot, asked },
  );
  const byEntity = new Map<string, Member[]>();
  for (const row of members) {
    const member = MEMBER.parse(row);
    const known = byEntity.get(member.entity);
    if (known === undefined) byEntity.set(member.entity, [member]);
    else known.push(member);
  }
  const rows = [...byEntity].map(([entity, keys]) => ({ entity, ...shownOf(entity, keys) }));
  await run('UNWIND $rows AS row MATCH (e:Entity {slot: $slot, entity: row.entity}) SET e += row', { slot, rows });
  const gone = asked.filter((entity) => !byEntity.has(entity));
  if (gone.length > 0) await run('UNWIND $gone AS gone MATCH (e:Entity {slot: $slot, entity: gone}) DELETE e', { slot, gone });
}

function shownOf(entity: string, keys: readonly Member[]) {
  const first = keyOfEntity(entity as EntityId);
  const ordered = [...keys].sort(
    (left, right) => Number(right.key === first) - Number(left.key === first) || compareText(left.key, right.key),
  );
  const names = [...new Set(ordered.flatMap((key) => key.names))];
  return { type: ordered[0]?.type ?? null, names, ...readableNames(names, entity) };
}
