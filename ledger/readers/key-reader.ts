import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Access,
  compareKeys,
  compareText,
  type Entity,
  type EntityId,
  type Key,
  type KeyId,
  type KeyReader,
  type PairDecision,
} from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { pairDecisionsAt } from '../identity/pair-decisions.ts';
import { readLink } from '../identity/resolve-components.ts';
import { type ComponentLink, resolveLinks } from '../identity/resolve-links.ts';
import { keyClassShape, keyIdShape, languageShape, nodeKindShape, readShape } from '../rows/stored-shapes.ts';
import { makeFactReads } from './fact-reads.ts';
import { makeEntitySearch } from './search-entities.ts';

export function makeKeyReader(connections: Connections): KeyReader {
  const { reader, dialect } = connections;

  /** A condition on a row of `key` that a version the reader may read uses it. */
  const isUsed = (access: Access): RawBuilder<SqlBool> =>
    sql<SqlBool>`exists (select 1 from key_use join version on version.id = key_use.version where key_use.key = key.id and ${readable(dialect, access)})`;

  /** Keys with the text that the reader's own documents give them. */
  async function read(access: Access, ids: readonly string[]): Promise<Key[]> {
    const keys = new Map<string, Key>();
    for (const batch of batches([...new Set(ids)])) {
      const rows = await reader
        .selectFrom('key')
        .innerJoin('key_use', 'key_use.key', 'key.id')
        .innerJoin('version', 'version.id', 'key_use.version')
        .select(['key.id', 'key.type', 'key.class', 'key.site', 'key.folded', 'key_use.text', 'key_use.language'])
        .distinct()
        .where((row) => dialect.oneOf(row.ref('key.id'), batch))
        .where(readable(dialect, access))
        .orderBy('key.id')
        .orderBy('key_use.text')
        .execute();
      for (const row of rows) {
        if (keys.has(row.id)) continue;
        keys.set(row.id, {
          id: readShape(keyIdShape, row.id, 'key'),
          type: readShape(nodeKindShape, row.type, 'key'),
          class: readShape(keyClassShape, row.class, 'key'),
          site: row.site,
          folded: row.folded,
          text: row.text,
          language: readShape(languageShape, row.language, 'key'),
        });
      }
    }
    return [...keys.values()].sort(compareKeys);
  }

  /** The keys asked with all that readable links and must-links reach from them. */
  async function closure(access: Access, start: readonly KeyId[], supposing: PairDecision | undefined) {
    const reached = new Map<string, Key>();
    const links = new Map<string, ComponentLink>();
    const decisions = new Map<string, PairDecision>();
    const supposed = supposing === undefined ? [] : [supposing.a, supposing.b];
    let frontier: readonly string[] = [...new Set([...start, ...supposed])];
    while (frontier.length > 0) {
      const next = new Set<string>();
      for (const key of await read(access, frontier)) reached.set(key.id, key);
      const present = frontier.filter((id) => reached.has(id));
      for (const batch of batches(present)) {
        const linksAt = (end: 'a' | 'b') =>
          reader
            .selectFrom('key_link')
            .innerJoin('version', 'version.id', 'key_link.version')
            .select(['key_link.a', 'key_link.b', 'key_link.class'])
            .where((row) => dialect.oneOf(row.ref(`key_link.${end}`), batch))
            .where(readable(dialect, access));
        for (const row of await linksAt('a').union(linksAt('b')).execute()) {
          links.set(`${row.a} ${row.b} ${row.class}`, readLink(row));
          next.add(row.a).add(row.b);
        }
        for (const decision of await pairDecisionsAt(reader, dialect, batch)) {
          decisions.set(`${decision.a} ${decision.b}`, decision);
          if (decision.kind === 'must-link') next.add(decision.a).add(decision.b);
        }
      }
      const asked = new Set([...reached.keys(), ...frontier]);
      frontier = [...next].filter((id) => !asked.has(id)).sort(compareText);
    }
    if (supposing !== undefined) decisions.set(`${supposing.a} ${supposing.b}`, supposing);
    return { keys: [...reached.values()], links: [...links.values()], decisions: [...decisions.values()] };
  }

  async function entities(access: Access, ids: readonly KeyId[], supposing?: PairDecision): Promise<ReadonlyMap<KeyId, Entity>> {
    const { keys, links, decisions } = await closure(access, ids, supposing);
    const members = new Map<EntityId, Key[]>();
    const entityOf = resolveLinks(keys, links, decisions).entities;
    for (const key of keys.sort(compareKeys)) {
      const entity = entityOf.get(key.id);
      if (entity !== undefined) members.set(entity, [...(members.get(entity) ?? []), key]);
    }
    const found = new Map<KeyId, Entity>();
    for (const id of ids) {
      const entity = entityOf.get(id);
      const named = entity === undefined ? undefined : members.get(entity);
      const first = named?.[0];
      if (entity === undefined || named === undefined || first === undefined) continue;
      found.set(id, { id: entity, type: first.type, keys: named });
    }
    return found;
  }

  return {
    ...makeFactReads(connections),
    entities,
    search: makeEntitySearch(connections, isUsed, entities),

    async find(access, folded, filter = {}) {
      const found: string[] = [];
      for (const batch of batches([...new Set(folded)])) {
        let query = reader
          .selectFrom('key')
          .select('id')
          .where('tenant', '=', access.tenant)
          .where((row) => dialect.oneOfLong(row.ref('key.folded'), batch))
          .where(isUsed(access));
        const { types, classes } = filter;
        if (types !== undefined) query = query.where((row) => dialect.oneOf(row.ref('key.type'), types));
        if (classes !== undefined) query = query.where((row) => dialect.oneOf(row.ref('key.class'), classes));
        for (const row of await query.execute()) found.push(row.id);
      }
      return read(access, found);
    },

    async ofTypes(access, types, limit) {
      const rows = await reader
        .selectFrom('key')
        .select('id')
        .where('tenant', '=', access.tenant)
        .where((row) => dialect.oneOf(row.ref('key.type'), types))
        .where(isUsed(access))
        .orderBy(dialect.unindexed(sql.ref('key.folded')))
        .orderBy('id')
        .limit(limit)
        .execute();
      const keys = await read(
        access,
        rows.map((row) => row.id),
      );
      return keys.sort((a, b) => compareText(a.folded, b.folded) || compareText(a.id, b.id));
    },

    get: (access, ids) => read(access, ids),
  };
}
