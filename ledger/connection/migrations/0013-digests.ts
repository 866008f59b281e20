import { type Kysely, sql } from 'kysely';

/** The digest that a version was shown with is asked for among all events; what takes effect later among all versions. */
export async function indexDigests(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_event_digests on audit_event (subject, number) where action = 'version-digested'`.execute(db);
  await sql`create index version_effective on version (tenant, effective) where effective is not null`.execute(db);
}
