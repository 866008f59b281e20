import { sql } from 'kysely';
import { type DocumentId, FaultlineError, type TenantId, type VersionId } from '../../kernel/index.ts';
import { recordAudit, SYSTEM_ACTOR } from '../audit/audit-event.ts';
import { BATCH_ROWS } from '../connection/batches.ts';
import { beingRemoved, checkGoesOn } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { recordDigest } from '../digests/content.ts';
import { digestVersion, generationOf } from '../digests/version-digest.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { countTerms } from '../projection/term-statistics.ts';
import { forgetJobEvents } from '../queue/job-events.ts';
import { documentIdShape, readShape, tenantShape, versionIdShape } from '../rows/stored-shapes.ts';
import { hide } from './hide.ts';
import { clearBatch } from './removal.ts';
import { removeBatch, removeRereading } from './remove-batch.ts';
import { settleDocument } from './settle-document.ts';

/** Versions that may be leaving the projections at a time: a list that each read can carry. */
const MOST_LEAVING = 2_000;

/** Bytes in the blob store. */
export interface HeldBytes {
  readonly tenant: TenantId;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** How versions appear to readers and go: each step one commit, and each may be repeated. */
export interface Visibility {
  /**
   * Shows a version to readers, with the digest of its content in the audit trail; the last commit of an ingest. Outcome `visible`
   * unless another was settled.
   * @throws FaultlineError `busy` when the version is gone or going, `conflict` when its reading was cancelled.
   */
  makeVisible(id: VersionId): Promise<void>;
  /**
   * Hides a version for good and tells the projections to drop it; `purge` then removes it. False when there is none.
   * @throws FaultlineError `busy` while the projections have thousands to drop.
   */
  retract(id: VersionId, actor?: string): Promise<boolean>;
  /** Retracts all versions of a document and names them for `purge`. @throws FaultlineError as `retract`. */
  deleteDocument(id: DocumentId, actor: string): Promise<readonly VersionId[]>;
  /**
   * Removes the next thousand rows of a retracted version with all that it alone supports, and at last the version, and its document
   * when it was the last one. True when it is gone; others write between two calls, and whoever comes after a crash goes on.
   */
  purge(id: VersionId): Promise<boolean>;
  /** Removes the next rows of what a reading left that was cancelled or began anew; true when nothing of it is left. */
  clear(id: VersionId): Promise<boolean>;
  /** Versions of which `clear` has something left to remove. */
  clearing(): Promise<readonly VersionId[]>;
  /** Whether any version of the tenant that is not being removed has these bytes. */
  namesBytes(tenant: TenantId, sha256: string): Promise<boolean>;
  /** All bytes that versions have which are not being removed, each once, by tenant and hash. */
  namedBytes(): AsyncIterable<HeldBytes>;
  /** Bytes that go with a version: undefined while another version of its tenant that is not being removed holds them too. */
  bytesOnlyOf(id: VersionId): Promise<HeldBytes | undefined>;
  /** Versions whose removal was begun and not ended, for whoever resumes after a crash. */
  retracting(): Promise<readonly VersionId[]>;
}

export function makeVisibility(connections: Connections): Visibility {
  const { clock, dialect, reader, write, writeSoon } = connections;
  return {
    async makeVisible(id) {
      for (;;) {
        // Read before the commit, which others would wait for; done again if the version changed meanwhile.
        const digest = await digestVersion(connections, id);
        const isDone = await write(async (trx) => {
          const row = await trx
            .selectFrom('version')
            .select(['tenant', 'document', 'state', 'visible', 'outcome'])
            .where('id', '=', id)
            .executeTakeFirst();
          await checkGoesOn(trx, id);
          if (row === undefined) throw beingRemoved();
          if (row.visible === 0 && digest.generation !== (await generationOf({ reader: trx }, id))) return false;
          // Its family and labels first: what is counted by label is counted under those that it is shown under.
          await trx.updateTable('version').set({ shown: 1 }).where('id', '=', id).execute();
          await settleDocument(trx, readShape(documentIdShape, row.document, 'version'), clock.now());
          if (row.visible === 0) await countTerms(trx, id);
          await trx
            .updateTable('version')
            .set({ visible: 1, state: 'settled', outcome: row.outcome ?? 'visible' })
            .where('id', '=', id)
            .execute();
          if (row.visible === 1) return true;
          const owner = { tenant: readShape(tenantShape, row.tenant, 'version'), document: row.document, version: id };
          await recordDigest(trx, dialect, owner, digest, clock.now());
          return true;
        });
        if (isDone) return;
      }
    },

    retract: (id, actor = SYSTEM_ACTOR) =>
      write(async (trx) => {
        const row = await trx.selectFrom('version').select(['tenant', 'document', 'state']).where('id', '=', id).executeTakeFirst();
        await checkRoom(trx);
        const done = await retract(trx, id, clock.now());
        if (row !== undefined && row.state !== 'retracting') {
          const tenant = readShape(tenantShape, row.tenant, 'version');
          const detail = { document: row.document };
          await recordAudit(trx, dialect, { tenant, actor, action: 'version-deleted', subject: id, detail }, clock.now());
        }
        return done;
      }),

    deleteDocument: (id, actor) =>
      write(async (trx) => {
        const rows = await trx.selectFrom('version').select('id').where('document', '=', id).orderBy('id').execute();
        const versions = rows.map((row) => readShape(versionIdShape, row.id, 'version'));
        await checkRoom(trx);
        for (const version of versions) await retract(trx, version, clock.now());
        const document = await trx.selectFrom('document').select('tenant').where('id', '=', id).executeTakeFirst();
        if (document !== undefined) {
          const tenant = readShape(tenantShape, document.tenant, 'document');
          await recordAudit(trx, dialect, { tenant, actor, action: 'document-deleted', subject: id, detail: { versions } }, clock.now());
        }
        return versions;
      }),

    purge: (id) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom('version')
          .select(['tenant', 'document', 'state', 'sha256'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (row?.state !== 'retracting') return true;
        if (!(await removeRereading(trx, id))) return false;
        if (!(await removeBatch({ trx, dialect, version: id, now: clock.now() }, 'passages'))) return false;
        await trx.deleteFrom('stage_chunk').where('version', '=', id).execute();
        await trx.deleteFrom('removal').where('version', '=', id).execute();
        await trx.deleteFrom('surveyed_table').where('version', '=', id).execute();
        await trx.deleteFrom('sent_column').where('version', '=', id).execute();
        await forgetJobEvents(trx, id);
        await trx.deleteFrom('version').where('id', '=', id).execute();
        await forgetDocument(trx, readShape(documentIdShape, row.document, 'version'));
        const detail = { document: row.document, sha256: row.sha256 };
        const tenant = readShape(tenantShape, row.tenant, 'version');
        await recordAudit(trx, dialect, { tenant, actor: SYSTEM_ACTOR, action: 'document-purged', subject: id, detail }, clock.now());
        return true;
      }),

    clear: (id) => writeSoon((trx) => clearBatch(trx, dialect, id, clock.now())),

    async clearing() {
      const rows = await reader.selectFrom('removal').select('version').orderBy('version').execute();
      return rows.map((row) => readShape(versionIdShape, row.version, 'removal'));
    },

    async namesBytes(tenant, sha256) {
      const row = await reader
        .selectFrom('version')
        .select('id')
        .where('sha256', '=', sha256)
        .where('tenant', '=', tenant)
        .where('state', '!=', 'retracting')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async *namedBytes() {
      for (let after = { tenant: '', sha256: '' }; ; ) {
        const rows = await reader
          .selectFrom('version')
          .select(['tenant', 'sha256'])
          .distinct()
          .where('state', '!=', 'retracting')
          .where((row) => row.eb(row.refTuple('tenant', 'sha256'), '>', row.tuple(after.tenant, after.sha256)))
          .orderBy('tenant')
          .orderBy('sha256')
          .limit(BATCH_ROWS)
          .execute();
        const last = rows.at(-1);
        if (last === undefined) return;
        for (const row of rows) yield { tenant: readShape(tenantShape, row.tenant, 'version'), sha256: row.sha256 };
        after = last;
      }
    },

    async bytesOnlyOf(id) {
      const row = await reader.selectFrom('version').select(['tenant', 'sha256']).where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const { tenant, sha256 } = row;
      const holder = await reader
        .selectFrom('version')
        .select('id')
        .where('sha256', '=', sha256)
        .where('tenant', '=', tenant)
        .where('id', '!=', id)
        .where('state', '!=', 'retracting')
        .limit(1)
        .executeTakeFirst();
      return holder === undefined ? { tenant: readShape(tenantShape, tenant, 'version'), sha256 } : undefined;
    },

    async retracting() {
      const rows = await reader.selectFrom('version').select('id').where('state', '=', 'retracting').orderBy('id').execute();
      return rows.map((row) => readShape(versionIdShape, row.id, 'version'));
    },
  };
}

/**
 * Every read carries the versions that a projection has still to drop, so these may not be many, however many documents are
 * deleted while an index is away. @throws FaultlineError `busy`.
 */
async function checkRoom(trx: Writing): Promise<void> {
  const { rows } = await sql`select 1 from outbox join version on version.id = outbox.id
    where outbox.pending = 1 and outbox.kind = 'version' and outbox.target = 'search' and version.visible = 0
    limit ${MOST_LEAVING}`.execute(trx);
  if (rows.length < MOST_LEAVING) return;
  throw new FaultlineError(
    'busy',
    `${MOST_LEAVING} document versions are being removed; try again when index and graph have dropped some.`,
  );
}

async function retract(trx: Writing, id: VersionId, now: number): Promise<boolean> {
  const row = await trx.selectFrom('version').select(['state', 'document']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  if (row.state === 'retracting') return true;
  await hide(trx, id);
  await trx.updateTable('version').set({ state: 'retracting', shown: 0 }).where('id', '=', id).execute();
  await settleDocument(trx, readShape(documentIdShape, row.document, 'version'), now);
  await raiseVersion(trx, id, now, PROJECTION_TARGETS);
  return true;
}

async function forgetDocument(trx: Writing, id: DocumentId): Promise<void> {
  const left = await trx.selectFrom('version').select('id').where('document', '=', id).limit(1).executeTakeFirst();
  if (left !== undefined) return;
  const gone = await trx.deleteFrom('document').where('id', '=', id).returning('label_set').executeTakeFirst();
  if (gone === undefined) return;
  for (const table of ['document', 'version'] as const) {
    const shared = await trx.selectFrom(table).select('id').where('label_set', '=', gone.label_set).limit(1).executeTakeFirst();
    if (shared !== undefined) return;
  }
  // What was said of answers stays under the labels of what they cited.
  const cited = await trx
    .selectFrom('feedback_source')
    .select('feedback')
    .where('label_set', '=', gone.label_set)
    .limit(1)
    .executeTakeFirst();
  if (cited !== undefined) return;
  await trx.deleteFrom('label_set').where('id', '=', gone.label_set).execute();
}
