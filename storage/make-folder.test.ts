import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-folder-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes what is missing on the way, with the rights that were asked for, and leaves what is there', async () => {
    const path = join(folder, '甲', 'b', 'c');
    await Promise.all([makeFolder(path, 0o700), makeFolder(path, 0o700)]);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    await makeFolder(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('says that a file is in the way', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'file', 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.skipIf(!existsSync('/proc/self'))('ends where a folder that is there takes none', async () => {
    await expect(makeFolder('/proc/nope/below')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/nope' });
  });
});
