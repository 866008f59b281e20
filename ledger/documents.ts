import {
  type Access,
  canonicalJson,
  type DocumentClaims,
  type DocumentId,
  type DocumentProperties,
  type DocumentRow,
  FaultlineError,
  type Format,
  holdsLabels,
  type JobId,
  makeDocumentId,
  makeLabelSetId,
  makeVersionId,
  type Outcome,
  type QualityReport,
  type TenantId,
  type VersionId,
  type VersionRow,
  type VersionState,
} from '../kernel/index.ts';
import type { ReaderLabels } from './access.ts';
import { recordAudit, SYSTEM_ACTOR } from './audit/audit-event.ts';
import type { Connections, Reading, Writing } from './connections.ts';
import { enqueueJob } from './enqueue-job.ts';
import { raiseVersion } from './outbox.ts';
import { relabel } from './relabel.ts';
import { familyOf } from './revision.ts';
import { asJson, claimsShape, documentIdShape, labelsShape, languageShape, readJson, readShape } from './stored-shapes.ts';
import { type DocumentVersion, findVersion, readDocument, versionsOf } from './version-rows.ts';

interface Arrival {
  readonly tenant: TenantId;
  /** Labels that the sender holds; absent: a sender who may read everything of the tenant. */
  readonly holds?: ReaderLabels;
  /** The caller's name for the document; absent: named after its bytes. */
  readonly uri?: string;
  readonly fileName: string;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly claims: DocumentClaims;
  /** Who sent it, for the audit trail. */
  readonly actor: string;
}

export interface Acceptance extends DocumentVersion {
  /** `duplicate`: the same bytes under the same name are there already, and nothing was changed. */
  readonly status: 'new' | 'duplicate' | 'new-version';
  readonly job?: JobId;
}

export interface Documents {
  /**
   * Takes note of a document and of the job to read it, in one commit. A sender who may not read all there is never meets a
   * document that is hidden from this sender: under a name that is not taken by a readable document, it is a new one.
   * @throws FaultlineError `busy` while an equal version is being removed; `conflict` when a document that senders with these
   * labels brought in has been put under labels that they do not hold.
   */
  accept(arrival: Arrival): Promise<Acceptance>;
  /** Notes what the document says of itself; the uploader's claims win. */
  describe(id: VersionId, properties: DocumentProperties, format: Format): Promise<VersionRow>;
  setState(id: VersionId, state: Exclude<VersionState, 'retracting' | 'settled' | 'cancelled'>): Promise<void>;
  /** Notes how reading ended; readers see the version once `makeVisible` has run. */
  settle(id: VersionId, outcome: Outcome, reason: string | undefined, report: QualityReport | undefined): Promise<void>;
  /** Of one tenant, whatever its state. */
  find(tenant: TenantId, id: VersionId): Promise<DocumentVersion | undefined>;
  /** Documents whose labels the reader holds with all their versions, those being read or refused too; ordered by uri, then id. */
  list(access: Access): Promise<readonly { readonly document: DocumentRow; readonly versions: readonly VersionRow[] }[]>;
}

/** Kind of the job that `accept` enqueues; its subject is the version. */
export const INGEST_JOB = 'ingest';

export function makeDocuments(connections: Connections): Documents {
  const { clock, dialect, reader, write } = connections;

  async function change(
    trx: Writing,
    id: VersionId,
    set: { state?: VersionState; outcome?: Outcome; reason?: string | null; report_json?: string | null },
  ) {
    await checkGoesOn(trx, id);
    await trx.updateTable('version').set(set).where('id', '=', id).execute();
  }

  return {
    accept: (arrival) =>
      write(async (trx) => {
        const accepted = await accept(trx, connections, arrival);
        const { tenant, actor, sha256, bytes } = arrival;
        const { document, version, status } = accepted;
        const detail = { document: document.id, sha256, bytes, status };
        await recordAudit(trx, { tenant, actor, action: 'document-received', subject: version.id, detail }, clock.now());
        return accepted;
      }),

    describe: (id, properties, format) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom('version')
          .select(['claims_json', 'file_name', 'document'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (row === undefined) throw beingRemoved();
        await checkGoesOn(trx, id);
        const claims = readJson(claimsShape, row.claims_json, 'version');
        await trx
          .updateTable('version')
          .set({ format, ...describedBy(claims, row.file_name, properties) })
          .where('id', '=', id)
          .execute();
        await settleFamily(trx, readShape(documentIdShape, row.document, 'version'));
        return (await requireVersion(trx, id)).version;
      }),

    setState: (id, state) => write((trx) => change(trx, id, { state })),
    settle: (id, outcome, reason, report) =>
      write(async (trx) => {
        const report_json = report === undefined ? null : canonicalJson(asJson(report));
        await change(trx, id, { state: 'settled', outcome, reason: reason ?? null, report_json });
        const { document } = await requireVersion(trx, id);
        const detail = { document: document.id, outcome };
        await recordAudit(
          trx,
          { tenant: document.tenant, actor: SYSTEM_ACTOR, action: 'version-settled', subject: id, detail },
          clock.now(),
        );
      }),

    async find(tenant, id) {
      const found = await findVersion(reader, id);
      return found?.document.tenant === tenant ? found : undefined;
    },

    async list(access) {
      const rows = await reader
        .selectFrom('document')
        .selectAll()
        .where('tenant', '=', access.tenant)
        .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
        .orderBy('uri')
        .orderBy('id')
        .execute();
      const documents = rows.map(readDocument);
      const versions = new Map<DocumentId, VersionRow[]>();
      for (const version of await versionsOf(
        reader,
        dialect,
        documents.map((document) => document.id),
      )) {
        versions.set(version.documentId, [...(versions.get(version.documentId) ?? []), version]);
      }
      return documents.map((document) => ({ document, versions: versions.get(document.id) ?? [] }));
    },
  };
}

async function accept(trx: Writing, { clock, dialect }: Connections, arrival: Arrival): Promise<Acceptance> {
  const { tenant, claims } = arrival;
  const uri = arrival.uri ?? `upload:${arrival.sha256}`;
  const documentId = await documentOf(trx, tenant, uri, arrival.holds ?? 'all');
  const id = makeVersionId(documentId, arrival.sha256);
  const present = await findVersion(trx, id);
  if (present?.version.state === 'retracting') throw beingRemoved();
  if (present !== undefined) return { ...present, status: 'duplicate' };

  const known = await trx.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirst();
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
        site: claims.site ?? '',
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
  const job = await enqueueJob(trx, { tenant, kind: INGEST_JOB, subject: id, payload: {} }, clock.now());
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

/** @throws FaultlineError `busy` for a version that is gone or going, `conflict` for one whose reading was cancelled. */
export async function checkGoesOn(trx: Writing, id: VersionId): Promise<void> {
  const row = await trx.selectFrom('version').select('state').where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.state === 'retracting') throw beingRemoved();
  if (row.state === 'cancelled') throw new FaultlineError('conflict', 'Reading of this document was cancelled; retry its job.');
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

async function requireVersion(db: Reading, id: VersionId): Promise<DocumentVersion> {
  const found = await findVersion(db, id);
  if (found === undefined) throw beingRemoved();
  return found;
}

export function beingRemoved(): FaultlineError {
  return new FaultlineError('busy', 'This version of the document is being removed; try again when that is done.');
}
