import { z } from 'zod';
import { compareText, type KeyId, LINK_CLASSES, type PairDecision } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseKeys } from '../projection/outbox.ts';
import { keyClassShape, keyIdShape, readShape } from '../rows/stored-shapes.ts';
import { pairDecisionsAt } from './pair-decisions.ts';
import { type ComponentKey, type ComponentLink, resolveLinks } from './resolve-links.ts';

const linkClassShape = z.enum(LINK_CLASSES);

/**
 * Computes anew the entities that the given keys belong to or belonged to, for one who may read everything, and tells the
 * graph which keys changed. Keys that are gone lose their row. The result equals computing all keys at once, because the
 * set computed is closed under links, must-links and former membership.
 */
export async function resolveComponents(trx: Writing, dialect: LedgerDialect, start: readonly KeyId[], now: number): Promise<void> {
  const touched = new Set<string>(start);
  for (const batch of batches(start)) {
    const mates = await trx
      .selectFrom('component')
      .select('key')
      .where('entity', 'in', (query) =>
        query
          .selectFrom('component as own')
          .select('own.entity')
          .where((row) => dialect.oneOf(row.ref('own.key'), batch)),
      )
      .execute();
    for (const mate of mates) touched.add(mate.key);
  }
  const closed = await closeOverLinks(trx, dialect, touched);
  const ids = [...closed.reached].sort(compareText);
  const keys: ComponentKey[] = [];
  const before = new Map<string, string>();
  for (const batch of batches(ids)) {
    keys.push(...(await presentKeys(trx, dialect, batch)));
    const rows = await trx
      .selectFrom('component')
      .selectAll()
      .where((row) => dialect.oneOf(row.ref('key'), batch))
      .execute();
    for (const row of rows) before.set(row.key, row.entity);
  }
  const after: ReadonlyMap<string, string> = resolveLinks(keys, closed.links, closed.decisions).entities;
  const changed = ids.filter((id) => before.get(id) !== after.get(id));
  const gone = changed.filter((id) => !after.has(id));
  for (const batch of batches(gone)) {
    await trx
      .deleteFrom('component')
      .where((row) => dialect.oneOf(row.ref('key'), batch))
      .execute();
  }
  const moved = changed.flatMap((key) => {
    const entity = after.get(key);
    return entity === undefined ? [] : [{ key, entity }];
  });
  for (const batch of batches(moved)) {
    await trx
      .insertInto('component')
      .values(batch)
      .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ entity: row.ref('excluded.entity') })))
      .execute();
  }
  await raiseKeys(
    trx,
    changed.map((id) => readShape(keyIdShape, id, 'component')),
    now,
  );
}

/** Keys that links or must-links reach from some keys, with these links and the decision in force on each pair. */
async function closeOverLinks(trx: Writing, dialect: LedgerDialect, start: ReadonlySet<string>) {
  const reached = new Set<string>(start);
  const links = new Map<string, ComponentLink>();
  const decisions = new Map<string, PairDecision>();
  let frontier = [...start].sort(compareText);
  while (frontier.length > 0) {
    const next = new Set<string>();
    for (const batch of batches(frontier)) {
      for (const link of await linksAt(trx, dialect, batch)) {
        links.set(`${link.a} ${link.b} ${link.class}`, link);
        next.add(link.a).add(link.b);
      }
      for (const decision of await pairDecisionsAt(trx, dialect, batch)) {
        decisions.set(`${decision.a} ${decision.b}`, decision);
        if (decision.kind === 'must-link') next.add(decision.a).add(decision.b);
      }
    }
    frontier = [...next].filter((id) => !reached.has(id)).sort(compareText);
    for (const id of frontier) reached.add(id);
  }
  return { reached, links: [...links.values()], decisions: [...decisions.values()] };
}

export async function presentKeys(db: Reading, dialect: LedgerDialect, ids: readonly string[]): Promise<ComponentKey[]> {
  const rows = await db
    .selectFrom('key')
    .select(['id', 'type', 'class', 'site'])
    .where((row) => dialect.oneOf(row.ref('id'), ids))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: readShape(keyIdShape, row.id, 'key'),
    type: row.type,
    class: readShape(keyClassShape, row.class, 'key'),
    site: row.site,
  }));
}

/** The links with an end among these keys. */
export async function linksAt(db: Reading, dialect: LedgerDialect, keys: readonly string[]): Promise<ComponentLink[]> {
  const select = (end: 'a' | 'b') =>
    db
      .selectFrom('key_link')
      .select(['a', 'b', 'class'])
      .where((row) => dialect.oneOf(row.ref(end), keys));
  const rows = await select('a').union(select('b')).execute();
  return rows.map(readLink);
}

/** A link row as the pure function takes it. */
export function readLink(row: { a: string; b: string; class: string }): ComponentLink {
  return {
    a: readShape(keyIdShape, row.a, 'link'),
    b: readShape(keyIdShape, row.b, 'link'),
    class: readShape(linkClassShape, row.class, 'link'),
  };
}
