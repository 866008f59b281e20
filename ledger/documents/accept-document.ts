import {
  type ColumnSaying,
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
  type VersionId,
} from '../../kernel/index.ts';
import type { ReaderLabels } from '../access/access.ts';
import { type DocumentVersion, findVersion, requireVersion, versionsOf } from '../access/version-rows.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { raiseVersion } from '../projection/outbox.ts';
import { enqueueJob } from '../queue/enqueue-job.ts';
import { INGEST_JOB } from '../queue/ingest-job.ts';
import { asJson, labelsShape, readJson } from '../rows/stored-shapes.ts';
import { checkRoom } from './check-room.ts';
import { setLabels } from './set-labels.ts';
import { describedBy, labelSetOf } from './settle-document.ts';

export interface Arrival {
  readonly tenant: TenantId;
  /** Labels that the sender holds; absent: a sender who may read everything of the tenant. */
  readonly holds?: ReaderLabels;
  /** Whether the sender may put a document that is there under other labels; absent: yes. */
  readonly mayRelabel?: boolean;
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
  /** What all documents of the tenant may take, in bytes; absent: as much as the disk has. */
  readonly mostBytes?: number;
  readonly claims: DocumentClaims;
  /** What the sender, who may decide so, says of its columns. */
  readonly columns?: readonly ColumnSaying[];
  /** Who sent it, for the audit trail. */
  readonly actor: string;
  /** Of the request that brought it, for the log of the job. */
  readonly requestId?: string;
}

export interface Acceptance extends DocumentVersion {
  /**
   * `duplicate`: the same bytes under the same name are there already, and nothing was changed; `relabelled`: they are, and the
   * document stands under the labels they were sent with now.
   */
  readonly status: 'new' | 'duplicate' | 'new-version' | 'relabelled';
  readonly job?: JobId;
}

/** Takes note of a document and of the job to read it, within the caller's transaction. */
export async function acceptDocument(trx: Writing, connections: Connections, arrival: Arrival): Promise<Acceptance> {
  const { clock, dialect } = connections;
  const { tenant } = arrival;
  const uri = arrival.uri ?? `upload:${arrival.sha256}`;
  const documentId = arrival.document ?? (await documentOf(trx, tenant, uri, arrival.holds ?? 'all'));
  const id = makeVersionId(documentId, arrival.sha256);
  const present = await findVersion(trx, id);
  if (present !== undefined) return acceptAgain(trx, connections, arrival, present);

  await checkRoom(trx, arrival, arrival.mostBytes);
  const known = await trx.selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirst();
  if (known === undefined && arrival.document !== undefined) throw beingRemoved();
  const site = arrival.claims.site ?? known?.site ?? arrival.defaultSite ?? '';
  const labels = [...new Set(arrival.claims.labels ?? (known === undefined ? [] : await labelsOf(trx, known.label_set)))].sort();
  const claims = { ...arrival.claims, site, labels };
  if (known !== undefined) checkStays(known, claims);
  const labelSet = await labelSetOf(trx, tenant, labels);
  if (known !== undefined && known.label_set !== labelSet) checkMayRelabel(arrival);
  if (known === undefined) {
    await trx
      .insertInto('document')
      .values({ id: documentId, tenant, uri, label_set: labelSet, site, translation_of: claims.translationOf ?? null })
      .execute();
  }

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
      scope_names_json: '[]',
      state: 'received',
      visible: 0,
      outcome: null,
      reason: null,
      report_json: null,
      claims_json: canonicalJson(asJson(claims)),
      passages: 0,
      tokens: 0,
      records: 0,
      family: null,
      shown: 0,
    })
    .execute();
  await keepSayings(trx, id, arrival);
  const payload = arrival.requestId === undefined ? {} : { requestId: arrival.requestId };
  const job = await enqueueJob(trx, { tenant, kind: INGEST_JOB, subject: id, payload }, clock.now());
  return { ...(await requireVersion(trx, id)), status: known === undefined ? 'new' : 'new-version', job: job.id };
}

/**
 * Bytes that are there already, under this name. Other labels than they stand under are given to the document, as an order of its
 * own would; of bytes that are not the newest that would take back what was ordered since, so it is refused.
 */
async function acceptAgain(trx: Writing, connections: Connections, arrival: Arrival, present: DocumentVersion): Promise<Acceptance> {
  const { document, version } = present;
  const { tenant, holds = 'all', actor } = arrival;
  if (version.state === 'retracting') throw beingRemoved();
  const row = await trx.selectFrom('version').select('label_set').where('id', '=', version.id).executeTakeFirstOrThrow();
  if (!holdsLabels(holds, await labelsOf(trx, row.label_set))) throw underOtherLabels();
  if (await keepSayings(trx, version.id, arrival)) {
    const job = { tenant, kind: INGEST_JOB, subject: version.id, payload: {} };
    await enqueueJob(trx, job, connections.clock.now(), 'behind-running');
  }
  const { labels } = arrival.claims;
  if (labels === undefined || makeLabelSetId(tenant, [...new Set(labels)].sort()) === row.label_set) {
    return { ...present, status: 'duplicate' };
  }
  checkMayRelabel(arrival);
  const newest = (await versionsOf(trx, connections.dialect, [document.id])).filter(({ state }) => state !== 'retracting').at(-1);
  if (newest?.id !== version.id) {
    throw new FaultlineError(
      'conflict',
      'These bytes are an older version of the document, which stands under other labels; set the labels of the document instead.',
    );
  }
  await setLabels(trx, connections, { tenant, document: document.id, labels, holds, actor });
  return { ...(await requireVersion(trx, version.id)), status: 'relabelled' };
}

/**
 * What is said of columns waits for the survey, which tells the tables that they stand in; what is said later takes its place. Whether
 * anything is said.
 */
async function keepSayings(trx: Writing, version: VersionId, { columns, actor }: Arrival): Promise<boolean> {
  if (columns === undefined || columns.length === 0) return false;
  const said = { actor, columns_json: canonicalJson(asJson(columns)) };
  await trx
    .insertInto('sent_column')
    .values({ version, ...said })
    .onConflict((conflict) => conflict.column('version').doUpdateSet(said))
    .execute();
  return true;
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
    throw underOtherLabels();
  }
  return own;
}

function checkMayRelabel({ mayRelabel = true }: Arrival): void {
  if (mayRelabel) return;
  throw new FaultlineError(
    'forbidden',
    'Your role does not let you give other labels to a document that is there: send it without labels.',
  );
}

function underOtherLabels(): FaultlineError {
  return new FaultlineError('conflict', 'This document was put under labels that you do not hold; give yours another uri.');
}

async function labelsOf(trx: Writing, labelSet: string): Promise<readonly string[]> {
  const row = await trx.selectFrom('label_set').select('labels_json').where('id', '=', labelSet).executeTakeFirstOrThrow();
  return readJson(labelsShape, row.labels_json, 'label set');
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
