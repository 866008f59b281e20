import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Access,
  compareText,
  type Entity,
  type EntityPlace,
  type EntitySearch,
  type Key,
  type KeyId,
  type KeyReader,
} from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { keyIdShape, readShape } from '../rows/stored-shapes.ts';

/** Keys read at a time, at least: several may name one entity. */
const KEYS = 50;

const SAME = 0;
const BEGINS = 1;
const HOLDS = 2;

/**
 * Pages over entities by pages over keys: an entity stands at the place of its best key, which any page can tell from the entity
 * alone, so that none is given twice.
 */
export function makeEntitySearch(
  { reader, dialect }: Connections,
  isUsed: (access: Access) => RawBuilder<SqlBool>,
  entitiesOf: (access: Access, ids: readonly KeyId[]) => Promise<ReadonlyMap<KeyId, Entity>>,
): KeyReader['search'] {
  async function placesAfter(access: Access, { texts, same, types }: EntitySearch, after: EntityPlace | undefined, limit: number) {
    const folded = sql.ref('key.folded');
    const any = (conditions: readonly RawBuilder<SqlBool>[]) => sql<SqlBool>`(${sql.join([sql`0 = 1`, ...conditions], sql` or `)})`;
    const isSame = dialect.oneOf(folded, [...texts, ...same]);
    const begins = any(texts.map((text) => sql<SqlBool>`substr(${folded}, 1, length(${text})) = ${text}`));
    const holds = any(texts.map((text) => dialect.contains(folded, text)));
    const isAll = texts.length === 0 && same.length === 0;
    const rank = isAll ? sql<number>`${sql.lit(SAME)}` : sql<number>`case when ${isSame} then 0 when ${begins} then 1 else 2 end`;
    let query = reader
      .selectFrom('key')
      .select(['id', 'folded'])
      .select(rank.as('rank'))
      .where('tenant', '=', access.tenant)
      .where(isUsed(access));
    if (!isAll) query = query.where(sql<SqlBool>`(${isSame} or ${holds})`);
    if (types !== undefined) query = query.where((row) => dialect.oneOf(row.ref('key.type'), types));
    if (after !== undefined)
      query = query.where(sql<SqlBool>`(${rank}, ${folded}, key.id) > (${after.rank}, ${after.folded}, ${after.key})`);
    const rows = await query.orderBy('rank').orderBy('folded').orderBy('id').limit(limit).execute();
    return rows.map((row): EntityPlace => ({ rank: Number(row.rank), folded: row.folded, key: readShape(keyIdShape, row.id, 'key') }));
  }

  return async (access, query) => {
    const found: Entity[] = [];
    let after = query.after;
    for (;;) {
      const limit = Math.max(KEYS, query.limit);
      const places = await placesAfter(access, query, after, limit);
      const entities = await entitiesOf(
        access,
        places.map(({ key }) => key),
      );
      for (const [at, place] of places.entries()) {
        const entity = entities.get(place.key);
        if (entity === undefined || bestKey(entity, query)?.id !== place.key) continue;
        found.push(entity);
        const isLast = at === places.length - 1 && places.length < limit;
        if (found.length === query.limit) return isLast ? { entities: found } : { entities: found, next: place };
      }
      if (places.length < limit) return { entities: found };
      after = places.at(-1);
    }
  };
}

/** The key that stands first in a search for the entity, ranked as the database ranks. */
function bestKey({ keys }: Entity, { texts, same }: EntitySearch): Key | undefined {
  const rankOf = ({ folded }: Key): number | undefined => {
    if (texts.length === 0 && same.length === 0) return SAME;
    if (texts.includes(folded) || same.includes(folded)) return SAME;
    if (texts.some((text) => folded.startsWith(text))) return BEGINS;
    return texts.some((text) => folded.includes(text)) ? HOLDS : undefined;
  };
  return keys
    .flatMap((key) => {
      const rank = rankOf(key);
      return rank === undefined ? [] : [{ key, rank }];
    })
    .sort(
      (a, b) => a.rank - b.rank || Buffer.compare(Buffer.from(a.key.folded), Buffer.from(b.key.folded)) || compareText(a.key.id, b.key.id),
    )[0]?.key;
}
