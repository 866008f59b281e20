import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { CALLER, NEVER, withFolder } from '../test-support/workspace.ts';
import { serveThreads } from './serve-threads.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

it('takes nothing in when the data folder was taken away or replaced, and again when it is back', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'home');
    const service = await serveThreads(loadConfig({ home, readers: 1, works: 'false', logLevel: 'silent' }, {}));
    const send = async (text: string) => {
      const kept = await service.keepBytes(CALLER, bytesOf(text));
      return (await service.acceptDocument(CALLER, { kept, fileName: 'a.txt', claims: {} }, NEVER)).status;
    };
    try {
      expect(await send('一')).toBe('new');
      const kept = await service.keepBytes(CALLER, bytesOf('二'));
      await rename(home, join(folder, 'away'));
      await expect(service.acceptDocument(CALLER, { kept, fileName: 'b.txt', claims: {} }, NEVER)).rejects.toMatchObject({
        code: 'storage-gone',
      });
      await expect(send('三')).rejects.toMatchObject({ code: 'storage-gone' });
      await cp(join(folder, 'away'), home, { recursive: true });
      await expect(send('四')).rejects.toMatchObject({ code: 'storage-gone' });
      await rm(home, { recursive: true });
      await rename(join(folder, 'away'), home);
      expect(await send('五')).toBe('new');
    } finally {
      await service.stop();
    }
  });
});
