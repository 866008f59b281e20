import {
  canonicalJson,
  type DocumentClaims,
  type DocumentId,
  FaultlineError,
  holdsLabels,
  type JobId,
  makeDocumentId,
  makeLabelSetId,
  makeVersionId,
  type TenantId,
} from '../../kernel/index.ts';
import type { ReaderLabels } from '../access/access.ts';
import { type DocumentVersion, findVersion, readDocument, requireVersion, versionsOf } from '../access/version-rows.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { raiseVersion } from '../projection/outbox.ts';
import { enqueueJob } from '../queue/enqueue-job.ts';
import { asJson, labelsShape, readJson } from '../rows/stored-shapes.ts';
import { relabel } from './relabel.ts';
import { describedBy, settleFamily } from './settle-document.ts';

/** Kind of the job that is enqueued for a version; its subject is the version. */
export const INGEST_JOB = 'ingest';

export interface Arrival {
  readonly tenant: TenantId;
  /** Labels that the sender holds; absent: a sender who may read everything of the tenant. */
  readonly holds?: ReaderLabels;
  /** The document that gets a new version, which the sender may read; absent: the one that the uri names. */
  readonly document?: DocumentId;
  /** The caller's name for the document; absent: named after its bytes. */
  readonly uri?: string;
  /** Of a new document whose claims name none. */
  readonly defaultSite?: string;
  readonly fileName: string;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly claims: DocumentClaims;
  /** Who sent it, for the audit trail. */
  readonly actor: string;
  /** Of the request that brought it, for the log of the job. */
  readonly requestId?: string;
}

export interface Acceptance extends DocumentVersion {
  /** `duplicate`: the same bytes under the same name are there already, and nothing was changed. */
  readonly status: 'new' | 'duplicate' | 'new-version';
  readonly job?: JobId;
}

/** Takes note of a document and of the job to read it, within the caller's transaction. */
export async function acceptDocument(trx: Writing, { clock, dialect }: Connections, arrival: Arrival): Promise<Acceptance> {
  const { tenant } = arrival;
  const uri = arrival.uri ?? `upload:${arrival.sha256}`;
  const documentId = arrival.document ?? (await documentOf(trx, tenant, uri, arrival.holds ?? 'all'));
  const id = makeVersionId(documentId, arrival.sha256);
  const present = await findVersion(trx, id);
  if (present?.version.state === 'retracting') throw beingRemoved();
  if (present !== undefined) return { ...present, status: 'duplicate' };

  const known = await trx.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirst();
  if (known === undefined && arrival.document !== undefined) throw beingRemoved();
  const claims = { ...arrival.claims, site: arrival.claims.site ?? known?.site ?? arrival.defaultSite ?? '' };
  if (known !== undefined) checkStays(known, claims);
  const labels = [...new Set(claims.labels ?? [])].sort();
  const labelSet = known !== undefined && claims.labels === undefined ? readDocument(known).labelSet : makeLabelSetId(tenant, labels);
  if (known === undefined || known.label_set !== labelSet) {
    await trx
      .insertInto('label_set')
      .values({ id: labelSet, tenant, labels_json: canonicalJson(labels) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  if (known === undefined) {
    await trx
      .insertInto('document')
      .values({
        id: documentId,
        tenant,
        uri,
        family: documentId,
        label_set: labelSet,
        site: claims.site,
        translation_of: claims.translationOf ?? null,
      })
      .execute();
  } else if (known.label_set !== labelSet) await relabel(trx, documentId, labelSet, clock.now());

  const earlier = await versionsOf(trx, dialect, [documentId]);
  await raiseVersion(trx, id, clock.now(), []);
  await trx
    .insertInto('version')
    .values({
      id,
      tenant,
      document: documentId,
      label_set: labelSet,
      sequence: (earlier.at(-1)?.sequence ?? 0) + 1,
      sha256: arrival.sha256,
      bytes: arrival.bytes,
      file_name: arrival.fileName,
      format: null,
      ...describedBy(claims, arrival.fileName, undefined),
      authority: claims.authority ?? 'anonymous',
      state: 'received',
      visible: 0,
      outcome: null,
      reason: null,
      report_json: null,
      claims_json: canonicalJson(asJson(claims)),
      passages: 0,
      tokens: 0,
      records: 0,
    })
    .execute();
  await settleFamily(trx, documentId);
  const payload = arrival.requestId === undefined ? {} : { requestId: arrival.requestId };
  const job = await enqueueJob(trx, { tenant, kind: INGEST_JOB, subject: id, payload }, clock.now());
  return { ...(await requireVersion(trx, id)), status: known === undefined ? 'new' : 'new-version', job: job.id };
}

/**
 * The document that a name means to a sender. One who may read everything names documents plainly. Another sender's name means
 * the document of that plain name if it can be read, else one among those of all senders with the same labels: so neither the
 * id nor anything else tells whether a hidden document bears the name.
 */
async function documentOf(trx: Writing, tenant: TenantId, uri: string, holds: ReaderLabels): Promise<DocumentId> {
  const plain = makeDocumentId(tenant, uri);
  if (holds === 'all' || (await isReadable(trx, plain, holds)) === true) return plain;
  const own = makeDocumentId(tenant, canonicalJson([uri, ...[...new Set(holds)].sort()]));
  if ((await isReadable(trx, own, holds)) === false) {
    throw new FaultlineError('conflict', 'This document was put under labels that you do not hold; give yours another uri.');
  }
  return own;
}

/** Undefined when there is no such document. */
async function isReadable(trx: Writing, id: DocumentId, holds: ReaderLabels): Promise<boolean | undefined> {
  const row = await trx
    .selectFrom('document')
    .innerJoin('label_set', 'label_set.id', 'document.label_set')
    .select('label_set.labels_json')
    .where('document.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : holdsLabels(holds, readJson(labelsShape, row.labels_json, 'label set'));
}

/** What makes up the keys of earlier versions cannot change with a later one. @throws FaultlineError `conflict`. */
function checkStays(known: { readonly site: string; readonly translation_of: string | null }, claims: DocumentClaims): void {
  const change =
    claims.site !== known.site
      ? `stands at the site "${known.site}"`
      : claims.translationOf !== undefined && claims.translationOf !== known.translation_of
        ? `is ${known.translation_of === null ? 'no translation' : `a translation of ${known.translation_of}`}`
        : undefined;
  if (change === undefined) return;
  throw new FaultlineError('conflict', `The document ${change}, and a new version keeps that; give the other one a uri of its own.`);
}
