import { type Kysely, sql } from 'kysely';
import { canonicalJson, type DocumentId } from '../../../kernel/index.ts';
import { numberedFamilies } from '../../documents/numbered-families.ts';
import { asJson, claimsShape, documentIdShape, labelsShape, languageShape, readJson, readShape } from '../../rows/stored-shapes.ts';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';
import type { LedgerSchema } from '../schema.ts';

const DOCUMENTS_A_PAGE = 500;

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
  const labels = readJson(labelsShape, document.labels_json, 'label set');
  const newest = versions.findLast(({ shown }) => shown === 1);
  const idOf = (id: string): DocumentId => readShape(documentIdShape, id, 'document');
  const named = {
    id: idOf(document.id),
    site: document.site,
    translationOf: document.translation_of === null ? undefined : idOf(document.translation_of),
  };
  const families = numberedFamilies(
    named,
    versions.flatMap(({ id, document_number, language, shown }) =>
      shown === 0 ? [] : [{ id, number: document_number, language: readShape(languageShape, language, 'version') }],
    ),
  );
  for (const { id, claims_json } of versions) {
    const claims = readJson(claimsShape, claims_json, 'version');
    const kept = id === newest?.id ? labels : (claims.labels ?? labels);
    await ledger
      .updateTable('version')
      .set({ family: families.get(id) ?? null, claims_json: canonicalJson(asJson({ ...claims, labels: kept })) })
      .where('id', '=', id)
      .execute();
  }
}
