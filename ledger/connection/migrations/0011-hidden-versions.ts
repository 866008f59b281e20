import { type Kysely, sql } from 'kysely';

/**
 * Which versions a projection may hold though nobody sees them is asked with every read; among all that never could be read
 * they are few.
 */
export async function indexHiddenVersions(db: Kysely<unknown>): Promise<void> {
  await sql`create index version_hidden on version (tenant, id) where visible = 0 and passages > 0`.execute(db);
  await sql`create index outbox_pending_versions on outbox (id) where pending = 1 and kind = 'version'`.execute(db);
}
