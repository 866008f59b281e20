import { canonicalJson, type DocumentId, FaultlineError, holdsLabels, type TenantId } from '../../kernel/index.ts';
import type { ReaderLabels } from '../access/access.ts';
import { recordAudit } from '../audit/audit-event.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { asJson, claimsShape, labelsShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { putUnderLabels } from './put-under-labels.ts';
import { labelSetOf, settleDocument } from './settle-document.ts';

/** Who puts which document under which labels. */
export interface LabelOrder {
  readonly tenant: TenantId;
  readonly document: DocumentId;
  readonly labels: readonly string[];
  /** Labels that whoever orders it holds: of versions under others nothing is known nor changed. */
  readonly holds: ReaderLabels;
  readonly actor: string;
}

/**
 * Puts a document under other labels, within the caller's transaction: every version whose labels the actor holds, as if it had been
 * sent with these. A version that waits under labels that the actor does not hold keeps them. Repeating it changes nothing.
 * @throws FaultlineError `not-found` when there is no such document or the actor holds not its labels.
 */
export async function setLabels(trx: Writing, { clock, dialect }: Connections, order: LabelOrder): Promise<void> {
  const { tenant, document: id, holds, actor } = order;
  const labels = [...new Set(order.labels)].sort();
  const before = await labelsOf(trx, id, tenant);
  if (before === undefined || !holdsLabels(holds, before)) {
    throw new FaultlineError('not-found', 'There is no such document, or you may not read it.');
  }
  const now = clock.now();
  const labelSet = await labelSetOf(trx, tenant, labels);
  const versions = await trx
    .selectFrom('version')
    .innerJoin('label_set', 'label_set.id', 'version.label_set')
    .select(['version.id', 'version.shown', 'version.claims_json', 'label_set.labels_json'])
    .where('version.document', '=', id)
    .where('version.state', '!=', 'retracting')
    .orderBy('version.id')
    .execute();
  for (const { id: version, shown, claims_json, labels_json } of versions) {
    if (!holdsLabels(holds, readJson(labelsShape, labels_json, 'label set'))) continue;
    const claims = readJson(claimsShape, claims_json, 'version');
    if (canonicalJson([...(claims.labels ?? [])].sort()) === canonicalJson(labels)) continue;
    await trx
      .updateTable('version')
      .set({ claims_json: canonicalJson(asJson({ ...claims, labels })) })
      .where('id', '=', version)
      .execute();
    if (shown === 1) continue;
    const waiting = readShape(versionIdShape, version, 'version');
    await putUnderLabels(trx, waiting, labelSet, now);
    await raiseVersion(trx, waiting, now, PROJECTION_TARGETS);
  }
  await settleDocument(trx, id, now);
  await recordAudit(trx, dialect, { tenant, actor, action: 'labels-set', subject: id, detail: { before, after: labels } }, now);
}

async function labelsOf(trx: Writing, id: DocumentId, tenant: TenantId): Promise<readonly string[] | undefined> {
  const row = await trx
    .selectFrom('document')
    .innerJoin('label_set', 'label_set.id', 'document.label_set')
    .select('label_set.labels_json')
    .where('document.id', '=', id)
    .where('document.tenant', '=', tenant)
    .executeTakeFirst();
  return row === undefined ? undefined : readJson(labelsShape, row.labels_json, 'label set');
}
