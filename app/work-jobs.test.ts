import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { listDocuments } from './commands/list-documents.ts';
import { workJobs } from './commands/work-jobs.ts';
import { CALLER, ingest, NEVER, withApplication } from './test-support/workspace.ts';

const NOTE = { uri: 'note.txt', text: '泵 P-101 的轴承过热。The bearing of P-101 runs hot.\n' };

describe('the worker', () => {
  it('gives its job back when it is stopped, so that the next one takes it up at once', async () => {
    const stop = new AbortController();
    const read = (): never => {
      stop.abort(new Error('stopped'));
      throw stop.signal.reason;
    };
    await withApplication(
      async (application) => {
        await expect(ingest(application, NOTE, stop.signal)).rejects.toThrow('stopped');
        const [job] = await application.ledger.jobs.list(application.config.tenant, { limit: 1 });
        expect(job).toMatchObject({ state: 'queued', attempts: 0 });
      },
      { read },
    );
  });

  it('tries bytes again that are sent again after they were given up', async () => {
    await withApplication(async (application) => {
      const read = (): never => {
        throw new Error('a fault of ours');
      };
      const broken = { ...application, read };
      await ingest(broken, NOTE);
      expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ outcome: 'failed' });
      await ingest(application, NOTE);
      expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ outcome: 'visible' });
    });
  });

  it('tries again when the bytes are away for a moment, as while equal ones of another document are deleted', async () => {
    const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
    await withApplication(
      async (application) => {
        const { read } = application;
        let path = '';
        const late = {
          ...application,
          async *read(request: Parameters<typeof read>[0], signal: AbortSignal) {
            path = request.path;
            await rename(path, `${path}.aside`);
            yield* read(request, signal);
          },
        };
        await ingest(late, NOTE);
        expect((await application.ledger.jobs.list(CALLER.tenant, { limit: 1 }))[0]).toMatchObject({ state: 'queued', attempts: 1 });
        await rename(`${path}.aside`, path);
        clock.ahead += 600_000;
        await workJobs(application, {}, NEVER);
        expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ outcome: 'visible' });
      },
      { clock },
    );
  });

  it('has nothing to do in an empty folder', async () => {
    await withApplication(async (application) => {
      await workJobs(application, { untilSettled: true }, NEVER);
      expect(await listDocuments(application, CALLER)).toEqual([]);
    });
  });
});
