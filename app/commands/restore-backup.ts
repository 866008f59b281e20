import { readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf, FaultlineError, type HeldUnit, sha256 } from '../../kernel/index.ts';
import { type AuditVerification, copyLedger, openLedger, PROJECTION_TARGETS, takeMoveBack } from '../../ledger/index.ts';
import { checkIntegrity, copyFileHashed, openSqlite, removeSqlite, syncFolder } from '../../storage/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { beginFolder, cannotUse, refuseUnlessEmpty } from '../backup/backup-folder.ts';
import { type BackupManifest, readBlobLine, readManifest } from '../backup/manifest.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { type ApplicationOptions, openApplication } from '../open-application.ts';
import { project } from '../projection/projector.ts';
import { ledgerStore } from '../stores/store-locations.ts';
import { systemClock } from '../system-clock.ts';
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
 * and graph anew and compares them with the ledger. The folder appears when all of that holds, or not at all. A ledger on a server
 * is filled when the backup was found good; its database must be empty, and made anew when something fails after that.
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
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR')
      throw new FaultlineError('not-found', `"${folder}" holds no backup: it has no manifest.json. Name the folder that a backup made.`, {
        cause,
      });
    throw cannotUse(folder, cause);
  });
  const manifest = readManifest(text);
  const part = await beginFolder(config.home);
  try {
    onProgress('copy');
    await copyChecked(folder, part, manifest, signal);
    onProgress('check-ledger');
    checkLedger(join(part, 'ledger.db'));
    await fillServer(config, part, manifest, options, signal);
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
    if (codeOf(cause) !== 'ENOENT') throw cannotUse(join(folder, 'blobs.jsonl'), cause);
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
    if (error.path === source) throw cannotUse(source, error);
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

/** Where the ledger is on a server, the file of the backup only fills it: once it is known to be good, and only an empty one. */
async function fillServer(
  config: Config,
  part: string,
  { auditHead }: BackupManifest,
  { clock = systemClock }: ApplicationOptions,
  signal: AbortSignal,
): Promise<void> {
  const file = { kind: 'sqlite', path: join(part, 'ledger.db') } as const;
  // A copy takes writes, also one of a ledger that was moved.
  await takeMoveBack(file, clock);
  const target = ledgerStore(config);
  if (target.kind === 'sqlite') return;
  const ledger = await openLedger({ store: file, clock });
  try {
    refuseFaults((await ledger.audit.verify(auditHead, signal)).faults);
  } finally {
    await ledger.close();
  }
  await copyLedger({ source: file, target, clock }, signal);
  await removeSqlite(file.path);
}

function refuseFaults([first]: AuditVerification['faults']): void {
  if (first === undefined) return;
  throw new FaultlineError('conflict', `The audit trail of the backup is not as it was sealed: ${first.what}. Nothing was restored.`);
}

async function makeWhole(
  application: Application,
  manifest: BackupManifest,
  onProgress: (step: RestoreStep) => void,
  signal: AbortSignal,
): Promise<Omit<Restored, 'home' | 'manifest'>> {
  const { config, ledger } = application;
  onProgress('verify-audit');
  refuseFaults((await ledger.audit.verify(manifest.auditHead, signal)).faults);
  const [first] = (await ledger.content.verify(signal)).damaged;
  if (first !== undefined) {
    const what = `${first.parts.join(' and ')} of "${first.title}" are not what was read`;
    throw new FaultlineError('conflict', `The ledger of the backup is damaged: ${what}. Nothing was restored; use an earlier backup.`);
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
