import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Logger } from '../../kernel/index.ts';
import { receiveDocument } from '../commands/receive-document.ts';
import { CALLER, withApplication } from '../test-support/workspace.ts';
import { startWorker } from './background-worker.ts';
import { workerName } from './gone-worker.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

describe('the worker beside the requests', () => {
  it('goes on after failures, says so in the log once while they are the same, and stops when told', async () => {
    const logged: string[] = [];
    const logger: Logger = { event: () => undefined, error: (category, name) => void logged.push(`${category} ${name}`) };
    let failures = 3;
    await withApplication(
      async (application) => {
        const { jobs } = application.ledger;
        const claim: typeof jobs.claim = (worker, milliseconds) =>
          failures-- > 0 ? Promise.reject(new Error('disk full')) : jobs.claim(worker, milliseconds);
        const faulty = { ...application, ledger: { ...application.ledger, jobs: { ...jobs, claim } } };
        const send = async (fileName: string, text: string) => {
          const { job } = await receiveDocument(application, CALLER, { source: bytesOf(text), fileName, claims: {} });
          if (job === undefined) throw new Error('a new document has a job');
          return async () => (await jobs.get(CALLER.tenant, job))?.state;
        };
        const worker = startWorker(faulty, { name: 'test', pollMilliseconds: 20 });
        const first = await send('巡检.txt', '泵 P-55 运行正常。');
        worker.wake();
        await expect.poll(first).toBe('done');
        expect(logged).toEqual(['ingest worker-failed']);
        await worker.stop();
        const later = await send('later.txt', 'P-56 runs well.');
        worker.wake();
        expect(await later()).toBe('queued');
      },
      { logger },
    );
  });

  it('goes on at once with what a worker of this machine had under way when it was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await withApplication(async (application) => {
      const { jobs } = application.ledger;
      const { job } = await receiveDocument(application, CALLER, { source: bytesOf('泵 P-57 振动。'), fileName: '记录.txt', claims: {} });
      if (job === undefined) throw new Error('a new document has a job');
      // Its lease outlasts this test.
      await jobs.claim(`${hostname()}-${pid}`, 86_400_000);
      const worker = startWorker(application, { name: workerName(), pollMilliseconds: 20 });
      await expect.poll(async () => (await jobs.get(CALLER.tenant, job))?.state, { timeout: 60_000 }).toBe('done');
      expect(await jobs.get(CALLER.tenant, job)).toMatchObject({ attempts: 1 });
      await worker.stop();
    });
  });
});
