import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginFolder, cannotUse, refuseUnlessEmpty, refuseWithin } from './backup-folder.ts';

let folder = '';
let home = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-folder-'));
  home = join(folder, '数据');
  await mkdir(home);
  await symlink(home, join(folder, 'link'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a folder for a backup', () => {
  it('does not lie in the data folder, by whatever way it is named', async () => {
    for (const within of [home, join(home, 'backup'), join(home, 'a', 'b'), join(folder, 'link', 'backup')])
      await expect(refuseWithin(within, home)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('is lost with it'),
      });
    for (const beside of [folder, `${home}-backup`, join(folder, 'backups', 'today'), join(home, '..', 'other')])
      await expect(refuseWithin(beside, home)).resolves.toBeUndefined();
  });

  it('is begun beside its place, with the folders on the way, and is no file', async () => {
    const part = await beginFolder(join(folder, 'backups', 'today'));
    expect(part).toContain(join(folder, 'backups', 'today.part-'));
    expect(existsSync(part)).toBe(true);
    await writeFile(join(folder, 'file'), '');
    await expect(refuseUnlessEmpty(join(folder, 'file'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(beginFolder(join(folder, 'file', 'backup'))).rejects.toMatchObject({ code: 'file-failed' });
  });

  it('that may not be used is told from one that has no room, and named', () => {
    const fault = (code: string) => cannotUse('/备份', Object.assign(new Error(code), { code }));
    expect(fault('EACCES')).toMatchObject({ code: 'file-failed', message: expect.stringMatching(/"\/备份" may not be used by the user/u) });
    expect(fault('ENOSPC')).toMatchObject({ code: 'storage-full' });
    expect(fault('ELOOP')).toMatchObject({ code: 'file-failed', message: expect.stringContaining('(ELOOP)') });
  });
});
