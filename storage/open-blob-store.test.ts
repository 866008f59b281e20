import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../kernel/index.ts';
import { type Blob, openBlobStore } from './open-blob-store.ts';

const PLANT = 'plant' as TenantId;
const OTHER = 'other' as TenantId;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-blobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function collect(blobs: AsyncIterable<Blob>): Promise<Blob[]> {
  const found: Blob[] = [];
  for await (const blob of blobs) found.push(blob);
  return found;
}

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text, 'utf8');
}

describe('the blob store', () => {
  it('keeps a stream under the hash of its bytes and leaves nothing else behind', async () => {
    const store = openBlobStore(folder);
    const blob = await store.put(PLANT, pieces('轴承', ' bearing'));
    expect(blob).toEqual({ sha256: createHash('sha256').update('轴承 bearing').digest('hex'), bytes: 14 });
    expect(await readFile((await store.get(PLANT, blob.sha256)) ?? '', 'utf8')).toBe('轴承 bearing');
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('gives a file and a stream of the same bytes one place', async () => {
    const store = openBlobStore(folder);
    const file = join(folder, 'manual.txt');
    await writeFile(file, 'same');
    const first = await store.put(PLANT, file);
    expect(await store.put(PLANT, pieces('sa', 'me'))).toEqual(first);
    expect(await collect(store.list(PLANT))).toEqual([first]);
  });

  it('never shows one tenant the bytes of another', async () => {
    const store = openBlobStore(folder);
    const blob = await store.put(PLANT, pieces('secret'));
    expect(await store.get(OTHER, blob.sha256)).toBeUndefined();
    expect(await collect(store.list(OTHER))).toEqual([]);
    await store.delete(OTHER, blob.sha256);
    expect(await store.get(PLANT, blob.sha256)).toBeDefined();
  });

  it('deletes, twice without complaint, and refuses what is no hash', async () => {
    const store = openBlobStore(folder);
    const blob = await store.put(PLANT, pieces('gone'));
    await store.delete(PLANT, blob.sha256);
    await store.delete(PLANT, blob.sha256);
    expect(await store.get(PLANT, blob.sha256)).toBeUndefined();
    expect(await store.get(PLANT, '../../etc/passwd')).toBeUndefined();
  });

  it('leaves no blob when the stream breaks', async () => {
    const store = openBlobStore(folder);
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(store.put(PLANT, broken())).rejects.toThrow('connection lost');
    expect(await collect(store.list(PLANT))).toEqual([]);
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });
});
