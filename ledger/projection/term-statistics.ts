import { sql } from 'kysely';
import type { VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';

/** Adds the document frequencies of a version to its label set's; run in the commit that shows the version to readers. */
export async function countTerms(trx: Writing, id: VersionId): Promise<void> {
  await sql`
    insert into term_stat (label_set, term, frequency)
    select version.label_set, version_term.term, version_term.frequency
    from version_term join version on version.id = version_term.version
    where version_term.version = ${id}
    on conflict (term, label_set) do update set frequency = term_stat.frequency + excluded.frequency`.execute(trx);
}

/** Takes them off again; run in the commit that hides the version. */
export async function uncountTerms(trx: Writing, id: VersionId): Promise<void> {
  await sql`
    update term_stat set frequency = frequency - (
      select version_term.frequency from version_term where version_term.version = ${id} and version_term.term = term_stat.term)
    where label_set = (select label_set from version where id = ${id})
      and term in (select term from version_term where version = ${id})`.execute(trx);
  await sql`
    delete from term_stat where frequency = 0
      and label_set = (select label_set from version where id = ${id})
      and term in (select term from version_term where version = ${id})`.execute(trx);
}
