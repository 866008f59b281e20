import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FaultlineError, type HeldUnit, sha256 } from '../../kernel/index.ts';
import { PROJECTION_TARGETS } from '../../ledger/index.ts';
import { checkIntegrity, copyFileHashed, openSqlite, syncFolder } from '../../storage/index.ts';
import { type Application, type ApplicationOptions, openApplication } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type BackupManifest, readBlobLine, readManifest } from '../backup/manifest.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { project } from '../projector.ts';
import { refuseUnlessEmpty } from './make-backup.ts';
import { reconcileStores } from './reconcile-stores.ts';

export interface RestoreRequest {
  /** Folder that `makeBackup` made. */
  readonly source: string;
  readonly onProgress?: (step: RestoreStep) => void;
}

export type RestoreStep = 'copy' | 'check-ledger' | 'verify-audit' | 'project' | 'reconcile';

export interface Restored {
  readonly home: string;
  readonly manifest: BackupManifest;
  /** Units of search index and graph that were made and compared with the ledger. */
  readonly compared: number;
  /** Jobs that were under way or waiting; whoever works next goes on with them. */
  readonly openJobs: number;
}

/**
 * Makes a data folder of a backup: copies and checks every byte, the ledger's integrity and its audit trail, makes search index
 * and graph anew and compares them with the ledger. The folder appears when all of that holds, or not at all.
 * @throws FaultlineError `conflict` when the data folder is not empty or the backup is not whole; `not-found`.
 */
export async function restoreBackup(
  config: Config,
  { source, onProgress = () => undefined }: RestoreRequest,
  signal: AbortSignal,
  options: ApplicationOptions = {},
): Promise<Restored> {
  const folder = resolve(source);
  await refuseUnlessEmpty(config.home);
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch((cause: unknown) => {
    throw new FaultlineError('not-found', `"${folder}" holds no backup: it has no manifest.json.`, { cause });
  });
  const manifest = readManifest(text);
  await mkdir(join(config.home, '..'), { recursive: true });
  const part = await mkdtemp(`${config.home}.part-`);
  try {
    onProgress('copy');
    await copyChecked(folder, part, manifest, signal);
    onProgress('check-ledger');
    checkLedger(join(part, 'ledger.db'));
    const application = await openApplication({ ...config, home: part }, options);
    let made: Omit<Restored, 'home' | 'manifest'>;
    try {
      made = await makeWhole(application, manifest, onProgress, signal);
      noteAudit(application, configuredCaller(config), 'backup-restored', sha256(text), { ledger: manifest.ledger.sha256 });
    } finally {
      await application.close();
    }
    await rm(config.home, { recursive: true, force: true });
    await rename(part, config.home);
    await syncFolder(join(config.home, '..'));
    return { home: config.home, manifest, ...made };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function copyChecked(folder: string, part: string, manifest: BackupManifest, signal: AbortSignal): Promise<void> {
  await copyExpected(join(folder, 'ledger.db'), join(part, 'ledger.db'), manifest.ledger, 'ledger.db');
  const list = await readFile(join(folder, 'blobs.jsonl'), 'utf8').catch((cause: unknown) => {
    throw new FaultlineError('conflict', 'The backup is not whole: blobs.jsonl is missing.', { cause });
  });
  const lines = list.split('\n').filter((line) => line !== '');
  if (sha256(list) !== manifest.blobs.sha256 || lines.length !== manifest.blobs.count) throw damaged('blobs.jsonl');
  for (const line of lines) {
    signal.throwIfAborted();
    const { tenant, ...expected } = readBlobLine(line);
    const place = join('blobs', tenant, expected.sha256.slice(0, 2), expected.sha256);
    await copyExpected(join(folder, place), join(part, place), expected, place);
  }
}

async function copyExpected(
  source: string,
  target: string,
  expected: { readonly sha256: string; readonly bytes: number },
  name: string,
): Promise<void> {
  const copied = await copyFileHashed(source, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new FaultlineError('conflict', `The backup is not whole: ${name} is missing.`, { cause: error });
    throw error;
  });
  if (copied.sha256 !== expected.sha256 || copied.bytes !== expected.bytes) throw damaged(name);
}

function damaged(name: string): FaultlineError {
  return new FaultlineError('conflict', `The backup is damaged: ${name} is not what the manifest says. Nothing was restored.`);
}

function checkLedger(path: string): void {
  const database = openSqlite(path);
  try {
    const faults = checkIntegrity(database);
    if (faults.length > 0) throw new FaultlineError('conflict', `The ledger of the backup is damaged: ${faults[0]}. Nothing was restored.`);
  } finally {
    database.close();
  }
}

async function makeWhole(
  application: Application,
  manifest: BackupManifest,
  onProgress: (step: RestoreStep) => void,
  signal: AbortSignal,
): Promise<Omit<Restored, 'home' | 'manifest'>> {
  const { config, ledger } = application;
  onProgress('verify-audit');
  const { faults } = await ledger.audit.verify(manifest.auditHead, signal);
  if (faults.length > 0) {
    throw new FaultlineError(
      'conflict',
      `The audit trail of the backup is not as it was sealed: ${faults[0]?.what}. Nothing was restored.`,
    );
  }
  onProgress('project');
  await ledger.turns.endAll();
  for (const target of PROJECTION_TARGETS) {
    const told: HeldUnit[] = [];
    for await (const one of ledger.outbox.told(target)) told.push(one);
    await ledger.outbox.renew(target, told);
  }
  await project(application, signal);
  onProgress('reconcile');
  const caller = configuredCaller(config);
  const { compared, drift, faults: inside } = await reconcileStores(application, caller, { repair: false }, signal);
  if (drift.length + inside.length > 0) {
    throw new FaultlineError('internal', `Search index and graph could not be made as the ledger says: ${drift.length} units differ.`);
  }
  const open = await ledger.jobs.list(config.tenant, { states: ['queued', 'running'], limit: 100_000 });
  return { compared, openJobs: open.length };
}
