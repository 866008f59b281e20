import { describe, expect, it } from 'vitest';
import { jobSchema } from '../contract/job.ts';
import { startWorker } from './background-worker.ts';
import { openService } from './test-support/open-service.ts';

describe('the worker beside the requests', () => {
  it('goes on after a failure of ours, says so in the log, and stops when told', async () => {
    let failures = 1;
    const service = await openService({}, (application) => ({
      ...application,
      ledger: {
        ...application.ledger,
        jobs: {
          ...application.ledger.jobs,
          claim: (worker, milliseconds) =>
            failures-- > 0 ? Promise.reject(new Error('disk full')) : application.ledger.jobs.claim(worker, milliseconds),
        },
      },
    }));
    const worker = startWorker(service.application, 'test');
    try {
      const { jobId } = await service.send('巡检.txt', '泵 P-55 运行正常。');
      worker.wake();
      await expect
        .poll(async () => (await service.ask(jobSchema, `/v1/jobs/${jobId}`)).state, { timeout: 20_000, interval: 100 })
        .toBe('done');
      expect(service.logged).toEqual(['ingest worker-failed']);
      await worker.stop();
      const later = await service.send('later.txt', 'P-56 runs well.');
      worker.wake();
      expect((await service.ask(jobSchema, `/v1/jobs/${later.jobId}`)).state).toBe('queued');
    } finally {
      await worker.stop();
      await service.close();
    }
  });
});
