import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTenantId } from '../kernel/index.ts';
import { copyFileHashed } from './copy-file-hashed.ts';
import { openBlobStore } from './open-blob-store.ts';
import { readRegularFile } from './read-regular-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-regular-'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await writeFile(join(folder, '手册.md'), '轴承 bearing '.repeat(20_000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bytesOf(path: string, signal?: AbortSignal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readRegularFile(path, signal)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('readRegularFile', () => {
  it('gives the bytes of a file', async () => {
    expect((await bytesOf(join(folder, '手册.md'))).toString()).toBe('轴承 bearing '.repeat(20_000));
  });

  it.each(['/dev/zero', 'pipe', '.'])('neither reads nor waits for %s', async (name) => {
    const path = name.startsWith('/') ? name : join(folder, name);
    await expect(bytesOf(path)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('stops at a signal', async () => {
    const controller = new AbortController();
    const pieces = readRegularFile(join(folder, '手册.md'), controller.signal);
    await pieces.next();
    controller.abort(new Error('stopped'));
    await expect(pieces.next()).rejects.toThrow('stopped');
  });

  it('is how files are copied and put', async () => {
    const tenant = parseTenantId('plant');
    if (tenant === undefined) throw new Error('no tenant');
    const store = openBlobStore(join(folder, 'blobs'), { now: () => 0 });
    await expect(copyFileHashed(join(folder, 'pipe'), join(folder, 'copy'))).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(store.put(tenant, '/dev/zero')).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
