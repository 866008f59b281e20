import { sql } from 'kysely';
import { compareText, type EntityId, type KeyId, type PairDecision } from '../../kernel/index.ts';
import { inVersions, type ReaderScope } from '../access/reader-scope.ts';
import { batches } from '../connection/batches.ts';
import type { Reading } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { keyClassShape, keyIdShape, readShape } from '../rows/stored-shapes.ts';
import { pairDecisionsAt } from './pair-decisions.ts';
import { readLink } from './resolve-components.ts';
import { type ComponentKey, type ComponentLink, resolveLinks } from './resolve-links.ts';

/** Entities of all keys over what one reader may read, ordered by key: the table of components is kept for one who may read all. */
export async function readerComponents(
  db: Reading,
  dialect: LedgerDialect,
  scope: ReaderScope,
): Promise<readonly { readonly key: KeyId; readonly entity: EntityId }[]> {
  const isResolved = sql<number>`exists (select 1 from stage_chunk where stage_chunk.version = owner.version and stage_chunk.stage = 'resolved')`;
  const keyRows = await sql<{ id: string; type: string; class: string; site: string }>`
    select distinct key.id, key.type, key.class, key.site from key_use as owner join key on key.id = owner.key
    where ${inVersions(dialect, scope, sql.ref('owner.version'))} and ${isResolved} order by key.id`.execute(db);
  const linkRows = await sql<{ a: string; b: string; class: string }>`
    select distinct owner.a, owner.b, owner.class from key_link as owner
    where ${inVersions(dialect, scope, sql.ref('owner.version'))} and ${isResolved}`.execute(db);
  const keys = keyRows.rows.map(
    (row): ComponentKey => ({
      id: readShape(keyIdShape, row.id, 'key'),
      type: row.type,
      class: readShape(keyClassShape, row.class, 'key'),
      site: row.site,
    }),
  );
  const links: ComponentLink[] = linkRows.rows.map(readLink);
  const decisions = new Map<string, PairDecision>();
  for (const batch of batches(keys.map((key) => key.id))) {
    for (const decision of await pairDecisionsAt(db, dialect, batch)) decisions.set(`${decision.a} ${decision.b}`, decision);
  }
  return [...resolveLinks(keys, links, [...decisions.values()]).entities]
    .map(([key, entity]) => ({ key, entity }))
    .sort((left, right) => compareText(left.key, right.key));
}
