import {
  authorityOf,
  canonicalJson,
  type DocumentClaims,
  type DocumentId,
  type DocumentProperties,
  type LabelSetId,
  makeLabelSetId,
  type TenantId,
} from '../../kernel/index.ts';
import { readDocument } from '../access/version-rows.ts';
import type { Writing } from '../connection/connections.ts';
import { numberedFamilies } from '../families/numbered-families.ts';
import { claimsShape, documentIdShape, languageShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { putUnderLabels } from './put-under-labels.ts';
import { relabel } from './relabel.ts';

/** How a version is described: by its uploader, then by what was read in it. */
export function describedBy(claims: DocumentClaims, fileName: string, properties: DocumentProperties | undefined) {
  return {
    title: claims.title ?? properties?.title ?? fileName,
    document_number: claims.documentNumber ?? properties?.documentNumber ?? null,
    revision: claims.revision ?? properties?.revision ?? null,
    effective: claims.effective ?? properties?.effective ?? null,
    authority: authorityOf(claims, properties),
    language: properties?.language ?? 'none',
    pages: properties?.pages ?? null,
  };
}

/**
 * Makes a document what the versions that readers were shown say of it, as if no others had ever come: their families, and the
 * labels of the newest of them for all. While none was shown, it stands under the labels of its first version.
 */
export async function settleDocument(trx: Writing, id: DocumentId, now: number): Promise<void> {
  const document = await trx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (document === undefined) return;
  const versions = await trx
    .selectFrom('version')
    .select(['id', 'shown', 'claims_json', 'document_number', 'language', 'family'])
    .where('document', '=', id)
    .where('state', '!=', 'retracting')
    .orderBy('sequence')
    .execute();
  const shown = versions.filter((version) => version.shown === 1);
  const translationOf = document.translation_of === null ? undefined : readShape(documentIdShape, document.translation_of, 'document');
  const families = numberedFamilies(
    { id, site: document.site, translationOf },
    shown.map((version) => ({
      id: version.id,
      number: version.document_number,
      language: readShape(languageShape, version.language, 'version'),
    })),
  );
  for (const version of versions) {
    const family = families.get(version.id) ?? null;
    if (family !== version.family) await trx.updateTable('version').set({ family }).where('id', '=', version.id).execute();
  }
  const says = shown.at(-1) ?? versions[0];
  if (says === undefined) return;
  const labels = readJson(claimsShape, says.claims_json, 'version').labels ?? [];
  await relabel(trx, id, await labelSetOf(trx, readDocument(document).tenant, labels), now);
}

/** A version that readers do not see any more, nor will: it says nothing of its document, and stands under its own labels. */
export async function countNoMore(trx: Writing, id: string, now: number): Promise<void> {
  const row = await trx
    .selectFrom('version')
    .select(['tenant', 'document', 'claims_json', 'shown'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.shown === 0) return;
  const document = await trx.selectFrom('document').selectAll().where('id', '=', row.document).executeTakeFirstOrThrow();
  const { labels = [] } = readJson(claimsShape, row.claims_json, 'version');
  const { id: documentId, tenant } = readDocument(document);
  await trx.updateTable('version').set({ shown: 0 }).where('id', '=', id).execute();
  await putUnderLabels(trx, readShape(versionIdShape, id, 'version'), await labelSetOf(trx, tenant, labels), now);
  await settleDocument(trx, documentId, now);
}

/** The set of these labels, known to the ledger from now on. */
export async function labelSetOf(trx: Writing, tenant: TenantId, labels: readonly string[]): Promise<LabelSetId> {
  const sorted = [...new Set(labels)].sort();
  const id = makeLabelSetId(tenant, sorted);
  await trx
    .insertInto('label_set')
    .values({ id, tenant, labels_json: canonicalJson(sorted) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}
