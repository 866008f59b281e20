import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadConfig, serveThreads } from '../../app/index.ts';
import { serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

it('takes in no document while the data folder, or the folder of documents in it, is gone or another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-gone-'));
  const home = join(folder, 'home');
  const service = await serveHttp(await serveThreads(loadConfig({ home, port: 0, readers: 1, works: 'false', logLevel: 'silent' }, {})));
  onTestFinished(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });
  let sent = 0;
  const send = () =>
    fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf(`${++sent}.md`, `# 泵 P-${sent}\n\n振动。\n`, {}) });
  const expectRefused = async () => {
    const response = await send();
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'storage-gone', retryable: true }]);
    // A person has to put it back first.
    expect(response.headers.get('retry-after')).toBe('60');
  };
  expect((await send()).status).toBe(202);
  for (const path of [home, join(home, 'blobs')]) {
    const away = join(folder, 'away');
    await rename(path, away);
    await expectRefused();
    // What was written meanwhile, if anything was, lies in a folder of another's making.
    await rm(path, { recursive: true, force: true });
    await cp(away, path, { recursive: true });
    await expectRefused();
    await rm(path, { recursive: true });
    await rename(away, path);
    expect((await send()).status).toBe(202);
  }
});
