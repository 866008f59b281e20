import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Caller, sha256 } from '../../kernel/index.ts';
import { copyLedger, type Ledger, openLedger } from '../../ledger/index.ts';
import { copyFileHashed, snapshotSqlite, syncFolder } from '../../storage/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { beginFolder, refuseUnlessEmpty, refuseWithin } from '../backup/backup-folder.ts';
import { BACKUP_FORMAT, type BackedUpBlob, type BackupManifest } from '../backup/manifest.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { ledgerStore } from '../stores/store-locations.ts';

export interface BackupRequest {
  /** Folder that does not exist yet, or is empty. */
  readonly target: string;
  readonly onProgress?: (progress: { readonly blobs: number }) => void;
}

export interface MadeBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  /** Documents whose bytes the data folder itself has lost; the backup holds what was read of them. */
  readonly missing: readonly Pick<BackedUpBlob, 'tenant' | 'sha256'>[];
}

const BLOBS_A_REPORT = 100;

/**
 * Copies the data folder beside a service that goes on reading and writing: first one committed state of the ledger, then the
 * bytes that this state names. Bytes deleted meanwhile are kept aside until they are copied. The folder appears whole or not at all.
 * @throws FaultlineError `conflict` when the target is not empty or lies in the data folder; `file-failed` when it cannot be written to;
 * `storage-failed`.
 */
export async function makeBackup(
  application: Application,
  caller: Caller,
  { target, onProgress }: BackupRequest,
  signal: AbortSignal,
): Promise<MadeBackup> {
  const folder = resolve(target);
  await refuseWithin(folder, application.config.home);
  await refuseUnlessEmpty(folder);
  const part = await beginFolder(folder);
  const hold = await application.blobs.holdDeletions();
  try {
    // So that the copy's trail can be held against a head that covers it.
    await application.ledger.audit.seal();
    const path = join(part, 'ledger.db');
    await snapshotLedger(application, path, signal);
    const ledgerFile = await hashOf(path);
    const snapshot = await openLedger({ store: { kind: 'sqlite', path }, clock: application.clock, readonly: true });
    let copied: Awaited<ReturnType<typeof copyBlobs>>;
    let head: BackupManifest['auditHead'];
    try {
      copied = await copyBlobs(application, snapshot, part, onProgress, signal);
      head = (await snapshot.audit.verify(undefined, signal)).head;
    } finally {
      await snapshot.close();
    }
    // Reading a file in WAL mode leaves these beside it.
    for (const rest of ['ledger.db-wal', 'ledger.db-shm']) await rm(join(part, rest), { force: true });
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      program: PROGRAM_VERSION,
      madeAt: new Date(application.clock.now()).toISOString(),
      ledger: ledgerFile,
      blobs: copied.blobs,
      auditHead: head,
    };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeDurably(join(part, 'manifest.json'), [text]);
    await syncFolder(part);
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
    await syncFolder(join(folder, '..'));
    noteAudit(application, caller, 'backup-made', sha256(text), { ledger: ledgerFile.sha256, blobs: copied.blobs.count });
    return { folder, manifest, missing: copied.missing };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    await hold.end();
  }
}

/** One committed state in a file of SQLite, whichever database the ledger stands on, so that a backup is for both. */
async function snapshotLedger({ clock, config }: Application, path: string, signal: AbortSignal): Promise<void> {
  const store = ledgerStore(config);
  if (store.kind === 'sqlite') return snapshotSqlite(store.path, path);
  await copyLedger({ source: store, target: { kind: 'sqlite', path }, clock }, signal);
}

async function copyBlobs(
  application: Application,
  snapshot: Ledger,
  part: string,
  onProgress: BackupRequest['onProgress'],
  signal: AbortSignal,
): Promise<{ readonly blobs: BackupManifest['blobs']; readonly missing: MadeBackup['missing'] }> {
  const missing: { tenant: BackedUpBlob['tenant']; sha256: string }[] = [];
  const lines: string[] = [];
  let contentBytes = 0;
  for await (const { tenant, sha256: hash } of snapshot.namedBytes()) {
    signal.throwIfAborted();
    const copied = await copyBlob(application, { tenant, sha256: hash }, join(part, 'blobs', tenant, hash.slice(0, 2), hash));
    if (copied === undefined) {
      missing.push({ tenant, sha256: hash });
      continue;
    }
    contentBytes += copied.bytes;
    lines.push(`${JSON.stringify({ tenant, sha256: hash, bytes: copied.bytes })}\n`);
    if (lines.length % BLOBS_A_REPORT === 0) onProgress?.({ blobs: lines.length });
  }
  const list = await writeDurably(join(part, 'blobs.jsonl'), lines);
  return { blobs: { ...list, count: lines.length, contentBytes }, missing };
}

/** From its place or from aside, wherever it is at the moment; undefined when it is nowhere or is not what its name says. */
async function copyBlob(
  { blobs, logger }: Application,
  { tenant, sha256: hash }: Pick<BackedUpBlob, 'tenant' | 'sha256'>,
  target: string,
): Promise<{ readonly bytes: number } | undefined> {
  for (const find of [blobs.locate, blobs.aside, blobs.locate]) {
    const path = await find(tenant, hash);
    if (path === undefined) continue;
    const copied = await copyFileHashed(path, target).catch((error: NodeJS.ErrnoException) => {
      // Moved from one place to the other since we looked.
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (copied === undefined) continue;
    if (copied.sha256 === hash) return copied;
    await rm(target);
    logger.error('storage', 'bytes-damaged', new Error('a blob has other bytes than its name says'), { sha256: hash });
    return undefined;
  }
  return undefined;
}

async function hashOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

async function writeDurably(path: string, lines: readonly string[]): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const text = lines.join('');
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: sha256(text), bytes: Buffer.byteLength(text) };
}
