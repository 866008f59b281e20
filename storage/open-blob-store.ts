import { randomUUID } from 'node:crypto';
import { access, copyFile, link, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, parseTenantId, type TenantId } from '../kernel/index.ts';
import { makeCheckBytes } from './check-bytes.ts';
import { diskFault } from './disk-fault.ts';
import { holdDeletions, isDeletionHeld } from './hold-deletions.ts';
import { readRegularFile } from './read-regular-file.ts';
import { syncFolder } from './sync-folder.ts';
import { writeDurably } from './write-durably.ts';

/** What a blob is known by. `sha256` is lower-case hex. */
export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** A blob that nobody can take away from the one who put it, until that one settles or releases it. */
export interface HeldBlob extends Blob {
  readonly hold: string;
}

/** Whether a document has these bytes now. */
export type IsNamed = (tenant: TenantId, sha256: string) => Promise<boolean>;

/**
 * Bytes of documents, kept once a tenant under the hash of their content. Tenants share nothing, so no one learns what another
 * holds. Equal bytes may be put and deleted at the same time by several processes: whoever puts keeps a second name for the
 * bytes until the ledger has them, and whoever deletes moves them aside, asks the ledger again and puts them back if it has.
 * A hold that nobody claims ends by age, so one who was held up learns of it from `claim`, before the ledger names lost bytes.
 */
export interface BlobStore {
  /**
   * Stores a regular file (by its path) or a stream. On the disk when it returns; storing the same bytes again changes nothing.
   * @throws FaultlineError `invalid-request` for a path to anything but a regular file.
   */
  put(tenant: TenantId, source: string | AsyncIterable<Uint8Array>): Promise<HeldBlob>;
  /**
   * Right before the ledger is told of the bytes: they are not given up any more while it is. False when the hold has come to its
   * end, and the bytes may be gone: they have to be put again.
   */
  claim(tenant: TenantId, blob: HeldBlob): Promise<boolean>;
  /** Ends a claimed hold once the ledger names the bytes, which are put in their place again if somebody took them away meanwhile. */
  settle(tenant: TenantId, blob: HeldBlob): Promise<void>;
  /** Ends a hold of bytes that the ledger will not name; they may stay until `delete` or a sweep. */
  release(tenant: TenantId, blob: HeldBlob): Promise<void>;
  /**
   * Path of a blob for reading, its bytes hashed just now; undefined when it is not held.
   * @throws FaultlineError `damaged-bytes` for bytes that are not what the hash says: these are never given out under it.
   */
  get(tenant: TenantId, sha256: string): Promise<string | undefined>;
  /** The same path unchecked, for whoever hashes what is read from it. */
  locate(tenant: TenantId, sha256: string): Promise<string | undefined>;
  /** Deletes bytes that nobody names, the question asked when no reader can find them any more. What is not held is no error. */
  delete(tenant: TenantId, sha256: string, isNamed: IsNamed): Promise<void>;
  /** All blobs of a tenant, ordered by hash. */
  list(tenant: TenantId): AsyncIterable<Blob>;
  /** Everyone of whom there are bytes. */
  tenants(): Promise<readonly TenantId[]>;
  /** Ends what a killed process left between two steps: holds that nobody settles, bytes moved aside. Gives how many. */
  tidy(isNamed: IsNamed): Promise<number>;
  /** Bytes that are deleted meanwhile stay readable through `aside` until `end`. */
  holdDeletions(): Promise<{ end(): Promise<void> }>;
  /** Path of bytes that were moved aside and not deleted yet. */
  aside(tenant: TenantId, sha256: string): Promise<string | undefined>;
}

/** Of folders: documents are nobody's business but that of who runs the service. */
const OWNER_ALONE = 0o700;
const HASH = /^[0-9a-f]{64}$/;
const INCOMING = 'incoming';
/** Of holds, in place of `put-`: claimed, or about to be given up. */
const CLAIMED = 'claimed-';
const ASIDE = 'aside';
/** The rest of an upload's form comes within this time. */
const HOLD_MILLISECONDS = 5 * 60_000;
/** No commit of the ledger takes so long: whoever claimed the bytes is dead. */
const CLAIM_MILLISECONDS = 24 * 60 * 60_000;
/** As long as a request may take: bytes that still arrive. */
const ARRIVAL_MILLISECONDS = 60 * 60_000;

/** Opens a blob store in a folder (made when first written): `<tenant>/<first two characters>/<sha256>`. */
export function openBlobStore(folder: string, clock: Clock): BlobStore {
  const checkBytes = makeCheckBytes(clock);
  return {
    async put(tenant, source) {
      const incoming = join(folder, tenant, INCOMING);
      const workspace = await makeWorkspace(incoming);
      try {
        const arrived = join(workspace, 'bytes');
        const blob = await writeDurably(arrived, typeof source === 'string' ? readRegularFile(source) : source);
        const held = join(workspace, blob.sha256);
        // The age of a hold is told by one clock, whatever that of the disk says.
        await setAge(arrived, clock);
        await rename(arrived, held);
        await place(held, pathOf(folder, tenant, blob.sha256));
        return { ...blob, hold: workspace.slice(incoming.length + 1) };
      } catch (error) {
        await rm(workspace, { recursive: true, force: true });
        throw diskFault(error);
      }
    },

    async claim(tenant, { sha256, hold }) {
      const claimed = claimPath(folder, tenant, hold);
      const isThere = await rename(holdPath(folder, tenant, hold), claimed).then(() => true, isAbsent);
      if (isThere) await setAge(join(claimed, sha256), clock);
      return isThere;
    },

    async settle(tenant, { sha256, hold }) {
      const workspace = claimPath(folder, tenant, hold);
      const target = pathOf(folder, tenant, sha256);
      if (!(await exists(target))) await place(join(workspace, sha256), target);
      await rm(workspace, { recursive: true, force: true });
    },

    async release(tenant, { hold }) {
      for (const path of [holdPath(folder, tenant, hold), claimPath(folder, tenant, hold)])
        await rm(path, { recursive: true, force: true });
    },

    async get(tenant, sha256) {
      const path = await locate(tenant, sha256);
      // It may be deleted while it is looked at.
      return path !== undefined && (await checkBytes(path, sha256).then(() => true, isAbsent)) ? path : undefined;
    },
    locate,

    async delete(tenant, sha256, isNamed) {
      if (!HASH.test(sha256)) return;
      const shelf = join(folder, tenant, ASIDE);
      await mkdir(shelf, { recursive: true, mode: OWNER_ALONE });
      const workspace = await mkdtemp(join(shelf, 'delete-'));
      const moved = join(workspace, sha256);
      const found = await rename(pathOf(folder, tenant, sha256), moved).then(() => true, isAbsent);
      if (found && (await isNamed(tenant, sha256))) await putBack(moved, pathOf(folder, tenant, sha256));
      else if (found && (await isDeletionHeld(folder, clock))) return;
      await rm(workspace, { recursive: true, force: true });
    },

    async *list(tenant) {
      const root = join(folder, tenant);
      for (const shelf of await namesIn(root)) {
        if (shelf.length !== 2) continue;
        for (const name of await namesIn(join(root, shelf))) {
          if (!HASH.test(name)) continue;
          // It may be deleted while the list is gone through.
          const found = await stat(join(root, shelf, name)).catch(absentOrThrow);
          if (found !== undefined) yield { sha256: name, bytes: found.size };
        }
      }
    },

    tenants: () => tenantsIn(folder),

    async tidy(isNamed) {
      let ended = 0;
      for (const tenant of await tenantsIn(folder)) {
        for (const name of await namesIn(join(folder, tenant, INCOMING))) {
          const workspace = join(folder, tenant, INCOMING, name);
          const [file] = await namesIn(workspace);
          const isComplete = file !== undefined && HASH.test(file);
          const isClaimed = name.startsWith(CLAIMED);
          const age = clock.now() - (await lastChange(file === undefined ? workspace : join(workspace, file)));
          if (age < (isComplete ? HOLD_MILLISECONDS : ARRIVAL_MILLISECONDS)) continue;
          // In one step, so that who comes to claim it either has it or learns that it has ended.
          const ending = isClaimed ? workspace : claimPath(folder, tenant, name);
          if (!isClaimed && !(await rename(workspace, ending).then(() => true, isAbsent))) continue;
          if (isComplete) await restoreNamed(tenant, ending, file, isNamed);
          // The ledger may be about to name it once more than it does.
          if (isClaimed && age < CLAIM_MILLISECONDS) continue;
          await rm(ending, { recursive: true, force: true });
          ended += 1;
        }
        for (const name of await namesIn(join(folder, tenant, ASIDE))) {
          const workspace = join(folder, tenant, ASIDE, name);
          const files = (await namesIn(workspace)).filter((file) => HASH.test(file));
          // One that is empty may be about to take what is deleted.
          if (files.length === 0 && clock.now() - (await lastChange(workspace)) < HOLD_MILLISECONDS) continue;
          for (const file of files) await restoreNamed(tenant, workspace, file, isNamed);
          if (await isDeletionHeld(folder, clock)) continue;
          await rm(workspace, { recursive: true, force: true });
          ended += 1;
        }
      }
      return ended;
    },

    holdDeletions: () => holdDeletions(folder, clock),

    async aside(tenant, sha256) {
      for (const name of await namesIn(join(folder, tenant, ASIDE))) {
        const path = join(folder, tenant, ASIDE, name, sha256);
        if (await exists(path)) return path;
      }
      return undefined;
    },
  };

  async function locate(tenant: TenantId, sha256: string): Promise<string | undefined> {
    const path = pathOf(folder, tenant, sha256);
    return HASH.test(sha256) && (await exists(path)) ? path : undefined;
  }

  async function restoreNamed(tenant: TenantId, workspace: string, sha256: string, isNamed: IsNamed): Promise<void> {
    const target = pathOf(folder, tenant, sha256);
    if (!(await exists(target)) && (await isNamed(tenant, sha256))) await putBack(join(workspace, sha256), target);
  }
}

async function tenantsIn(folder: string): Promise<readonly TenantId[]> {
  return (await namesIn(folder)).flatMap((name) => parseTenantId(name) ?? []);
}

function pathOf(folder: string, tenant: TenantId, sha256: string): string {
  return join(folder, tenant, sha256.slice(0, 2), sha256);
}

/** Of the folder under which a hold keeps its bytes; its name comes back from other threads and callers. */
function holdPath(folder: string, tenant: TenantId, hold: string): string {
  if (!/^put-\w+$/.test(hold)) throw new Error(`"${hold}" is no hold`);
  return join(folder, tenant, INCOMING, hold);
}

/** Under which a hold keeps its bytes once it is claimed. @throws Error when the name is that of no hold. */
function claimPath(folder: string, tenant: TenantId, hold: string): string {
  return join(holdPath(folder, tenant, hold), '..', hold.replace(/^put-/, CLAIMED));
}

async function makeWorkspace(incoming: string): Promise<string> {
  try {
    await mkdir(incoming, { recursive: true, mode: OWNER_ALONE });
    return await mkdtemp(join(incoming, 'put-'));
  } catch (error) {
    throw diskFault(error);
  }
}

async function setAge(file: string, clock: Clock): Promise<void> {
  const now = new Date(clock.now());
  await utimes(file, now, now);
}

/** Gives a file a second name, in one step and durably, over an equal one that may be there; by a copy where a disk knows no links. */
async function place(file: string, target: string): Promise<void> {
  const shelf = join(target, '..');
  await mkdir(shelf, { recursive: true, mode: OWNER_ALONE });
  // A name of its own: others may place the same file.
  const second = `${file}.${randomUUID()}.placed`;
  await link(file, second).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM' && error.code !== 'ENOTSUP' && error.code !== 'EOPNOTSUPP' && error.code !== 'EMLINK') throw error;
    return copyFile(file, second);
  });
  await rename(second, target);
  await syncFolder(shelf);
}

/**
 * Places bytes that were moved aside. Several processes may sweep at once: a file that is gone was put back by another, or was
 * named by nobody when that one asked, and who has sent it since holds it under a name of its own.
 */
async function putBack(file: string, target: string): Promise<void> {
  await place(file, target).catch(absentOrThrow);
}

/** Milliseconds, UTC; of what is gone already it is now for ever. */
async function lastChange(path: string): Promise<number> {
  return (await stat(path).catch(absentOrThrow))?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, isAbsent);
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(absentOrThrow);
  return (names ?? []).sort();
}

function isAbsent(error: NodeJS.ErrnoException): false {
  absentOrThrow(error);
  return false;
}

function absentOrThrow(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
