import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson, type DocumentId, type Json, type Language, parseDocumentId } from '../../../kernel/index.ts';
import { numberedFamilies } from '../../families/numbered-families.ts';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import type { LedgerSchema } from '../schema.ts';

const DOCUMENTS_A_PAGE = 500;
/** As they were stored when this was written: a migration must not change with the shapes of a later release. */
const LABELS = z.array(z.string());
const CLAIMS = z.looseObject({ labels: LABELS.optional() });
const LANGUAGE: z.ZodType<Language> = z.enum(['zh', 'en', 'mixed', 'none']);
const DOCUMENT_ID = z.string().transform((text, context): DocumentId => {
  const id = parseDocumentId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'no id of a document' });
  return z.NEVER;
});

/**
 * Family and labels become a matter of each version. Nothing changes for readers: the labels that a document stands under now are
 * written down with each version that was sent without any, and with the newest one that readers see.
 */
export async function giveVersionsFamilies(db: Kysely<unknown>, dialect: LedgerDialect): Promise<void> {
  const { types } = dialect;
  await db.schema.alterTable('version').addColumn('family', types.text).execute();
  await db.schema
    .alterTable('version')
    .addColumn('shown', types.integer, (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update version set shown = 1
    where visible = 1 or (state not in ('retracting', 'cancelled') and outcome in ('visible', 'partial'))`.execute(db);
  const ledger = db as Kysely<LedgerSchema>;
  for (let after = ''; ; ) {
    const documents = await ledger
      .selectFrom('document')
      .innerJoin('label_set', 'label_set.id', 'document.label_set')
      .select(['document.id', 'site', 'translation_of', 'labels_json'])
      .where('document.id', '>', after)
      .orderBy('document.id')
      .limit(DOCUMENTS_A_PAGE)
      .execute();
    for (const document of documents) await giveFamilies(ledger, document);
    const last = documents.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await sql`create index version_by_family on version (${dialect.indexed(sql.ref('family'))})`.execute(db);
  await sql`create index version_by_effective on version (tenant, effective) where effective is not null`.execute(db);
  await db.schema.dropIndex('document_by_tenant_family').execute();
  await db.schema.alterTable('document').dropColumn('family').execute();
}

async function giveFamilies(
  ledger: Kysely<LedgerSchema>,
  document: { readonly id: string; readonly site: string; readonly translation_of: string | null; readonly labels_json: string },
): Promise<void> {
  const versions = await ledger
    .selectFrom('version')
    .select(['id', 'claims_json', 'document_number', 'language', 'shown'])
    .where('document', '=', document.id)
    .orderBy('sequence')
    .execute();
  const labels = LABELS.parse(JSON.parse(document.labels_json));
  const newest = versions.findLast(({ shown }) => shown === 1);
  const idOf = (id: string): DocumentId => DOCUMENT_ID.parse(id);
  const named = {
    id: idOf(document.id),
    site: document.site,
    translationOf: document.translation_of === null ? undefined : idOf(document.translation_of),
  };
  const families = numberedFamilies(
    named,
    versions.flatMap(({ id, document_number, language, shown }) =>
      shown === 0 ? [] : [{ id, number: document_number, language: LANGUAGE.parse(language) }],
    ),
  );
  for (const { id, claims_json } of versions) {
    const claims = CLAIMS.parse(JSON.parse(claims_json));
    const kept = id === newest?.id ? labels : (claims.labels ?? labels);
    await ledger
      .updateTable('version')
      .set({ family: families.get(id) ?? null, claims_json: canonicalJson({ ...claims, labels: kept } as unknown as Json) })
      .where('id', '=', id)
      .execute();
  }
}
