import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig, serveThreads } from '../../app/index.ts';
import { documentListSchema, uploadAnswerSchema } from '../contract/document.ts';
import { problemSchema } from '../contract/problem.ts';
import { serveHttp } from './serve-http.ts';
import { formOf } from './test-support/open-service.ts';

const MINUTES = 300_000;
const SOON = { timeout: 120_000 };
const MEBIBYTE = 1024 * 1024;

/** Mounts a small disk on a folder; undefined where this user may not. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    // Only who administers the machine may mount: the test is skipped and says so by its name.
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = mountSmallDisk();

it.skipIf(disk === undefined)(
  'on a disk that is full (needs the right to mount) refuses what is sent with 507, answers on, and goes on by itself when there is space again',
  { timeout: MINUTES },
  async () => {
    const folder = disk ?? '';
    const home = join(folder, 'home');
    await mkdir(home);
    const service = await serveHttp(await serveThreads(loadConfig({ home, port: 0, readers: 1, logLevel: 'silent' }, {})));
    const send = (name: string, bytes: string | Uint8Array) =>
      fetch(`${service.address}/v1/documents`, { method: 'POST', body: formOf(name, bytes, {}) });
    const listed = async () => documentListSchema.parse(await (await fetch(`${service.address}/v1/documents`)).json()).documents;
    const outcomes = async () => (await listed()).map(({ fileName, outcome }) => [fileName, outcome]).sort();
    try {
      const first = uploadAnswerSchema.parse(await (await send('first.md', '# 泵 P-101\n\nP-101 的额定流量为 120 m³/h。\n')).json());
      expect(first.status).toBe('new');
      await expect.poll(outcomes, SOON).toEqual([['first.md', 'visible']]);

      const big = await send('big.bin', Buffer.alloc(40 * MEBIBYTE, 'x'));
      expect([big.status, problemSchema.parse(await big.json())]).toMatchObject([507, { code: 'storage-full', retryable: true }]);

      await fill(join(folder, 'ballast'));
      const refused: number[] = [];
      for (let at = 0; at < 10; at++) {
        const answer = await send(`during-${at}.md`, `# P-20${at}\n\nThe flow of P-20${at} is ${at} m³/h.\n${'x'.repeat(20_000)}\n`);
        if (answer.status !== 202) refused.push(answer.status);
        await answer.arrayBuffer();
      }
      expect(refused).toEqual(Array.from({ length: 10 }, () => 507));
      expect((await listed()).length).toBe(1);

      await rm(join(folder, 'ballast'));
      expect((await send('after.md', '# P-102\n\nThe rated flow of P-102 is 80 m³/h.\n')).status).toBe(202);
      await expect.poll(outcomes, SOON).toEqual([
        ['after.md', 'visible'],
        ['first.md', 'visible'],
      ]);
    } finally {
      await service.stop();
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    }
  },
);

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  for (let size = MEBIBYTE; size >= 512; size /= 2) {
    for (;;) {
      try {
        await writeFile(path, Buffer.alloc(size, 'x'), { flag: 'a' });
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        break;
      }
    }
  }
}
