import { canonicalJson, type DocumentClaims, type DocumentId, type DocumentProperties, makeLabelSetId } from '../../kernel/index.ts';
import { readDocument } from '../access/version-rows.ts';
import type { Writing } from '../connection/connections.ts';
import { claimsShape, documentIdShape, languageShape, readJson, readShape } from '../rows/stored-shapes.ts';
import { familyOf } from './family-of.ts';
import { relabel } from './relabel.ts';

/** How a version is described: by its uploader, then by what was read in it. */
export function describedBy(claims: DocumentClaims, fileName: string, properties: DocumentProperties | undefined) {
  return {
    title: claims.title ?? properties?.title ?? fileName,
    document_number: claims.documentNumber ?? properties?.documentNumber ?? null,
    revision: claims.revision ?? properties?.revision ?? null,
    effective: claims.effective ?? properties?.effective ?? null,
    language: properties?.language ?? 'none',
    pages: properties?.pages ?? null,
  };
}

/** The family follows the newest version that names a number, so it does not depend on when a version was described. */
export async function settleFamily(trx: Writing, id: DocumentId): Promise<void> {
  const document = await trx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (document === undefined) return;
  const newest = await trx
    .selectFrom('version')
    .select(['document_number', 'language'])
    .where('document', '=', id)
    .where('document_number', 'is not', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  const translationOf = document.translation_of === null ? undefined : readShape(documentIdShape, document.translation_of, 'document');
  const language = readShape(languageShape, newest?.language ?? 'none', 'version');
  const family = familyOf({ id, site: document.site, translationOf }, newest?.document_number ?? undefined, language);
  await trx.updateTable('document').set({ family }).where('id', '=', id).execute();
}

/** The labels follow the newest version that was given any, as if those before it and after it had never come. */
export async function settleLabels(trx: Writing, id: DocumentId, now: number): Promise<void> {
  const document = await trx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (document === undefined) return;
  const rows = await trx.selectFrom('version').select('claims_json').where('document', '=', id).orderBy('sequence', 'desc').execute();
  const claimed = rows.map((row) => readJson(claimsShape, row.claims_json, 'version').labels).find((labels) => labels !== undefined) ?? [];
  const labels = [...new Set(claimed)].sort();
  const tenant = readDocument(document).tenant;
  const labelSet = makeLabelSetId(tenant, labels);
  if (labelSet === document.label_set) return;
  await trx
    .insertInto('label_set')
    .values({ id: labelSet, tenant, labels_json: canonicalJson(labels) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await relabel(trx, id, labelSet, now);
}
