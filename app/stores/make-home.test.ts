import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHome, withFolder } from '../test-support/workspace.ts';
import { makeHome } from './make-home.ts';

it('a data folder and the databases in it are for their owner alone, also one that was open to others', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'home');
    await mkdir(home);
    await chmod(home, 0o755);
    await (await openHome(home)).close();
    for (const name of ['', 'ledger.db', 'search.db', 'graph.db'])
      expect([name, (await stat(join(home, name))).mode & 0o077]).toEqual([name, 0]);
  });
});

it('a data folder that cannot be made is told with where it is', async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'file'), '');
    await expect(makeHome(join(folder, 'file', 'home'))).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringContaining('file/home'),
    });
  });
});
