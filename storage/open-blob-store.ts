import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantId } from '../kernel/index.ts';

/** What a blob is known by. `sha256` is lower-case hex. */
export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes of documents, kept once a tenant under the hash of their content. Tenants share nothing, so no one learns what another holds. */
export interface BlobStore {
  /** Stores a file (by its path) or a stream. On the disk when it returns; storing the same bytes again changes nothing. */
  put(tenant: TenantId, source: string | AsyncIterable<Uint8Array>): Promise<Blob>;
  /** Path of a blob for reading; undefined when it is not held. */
  get(tenant: TenantId, sha256: string): Promise<string | undefined>;
  /** Deleting what is not held is no error. */
  delete(tenant: TenantId, sha256: string): Promise<void>;
  /** All blobs of a tenant, ordered by hash. */
  list(tenant: TenantId): AsyncIterable<Blob>;
}

const HASH = /^[0-9a-f]{64}$/;

/** Opens a blob store in a folder (made when first written): `<tenant>/<first two characters>/<sha256>`. */
export function openBlobStore(folder: string): BlobStore {
  return {
    async put(tenant, source) {
      const incoming = join(folder, tenant, 'incoming');
      await mkdir(incoming, { recursive: true });
      const workspace = await mkdtemp(join(incoming, 'put-'));
      try {
        const arrived = join(workspace, 'bytes');
        const blob = await writeDurably(arrived, typeof source === 'string' ? createReadStream(source) : source);
        const target = pathOf(folder, tenant, blob.sha256);
        const shelf = join(target, '..');
        await mkdir(shelf, { recursive: true });
        await rename(arrived, target);
        await syncFolder(shelf);
        return blob;
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    },

    async get(tenant, sha256) {
      if (!HASH.test(sha256)) return undefined;
      const path = pathOf(folder, tenant, sha256);
      return access(path).then(
        () => path,
        (error: NodeJS.ErrnoException) => absentOrThrow(error),
      );
    },

    async delete(tenant, sha256) {
      if (HASH.test(sha256)) await rm(pathOf(folder, tenant, sha256), { force: true });
    },

    async *list(tenant) {
      const root = join(folder, tenant);
      for (const shelf of await namesIn(root)) {
        if (shelf.length !== 2) continue;
        for (const name of await namesIn(join(root, shelf))) {
          if (HASH.test(name)) yield { sha256: name, bytes: (await stat(join(root, shelf, name))).size };
        }
      }
    },
  };
}

function pathOf(folder: string, tenant: TenantId, sha256: string): string {
  return join(folder, tenant, sha256.slice(0, 2), sha256);
}

async function writeDurably(path: string, source: AsyncIterable<Uint8Array>): Promise<Blob> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A rename is only durable once its folder is; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => absentOrThrow(error));
  return (names ?? []).sort();
}

function absentOrThrow(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
