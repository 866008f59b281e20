import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, configuredCaller, openApplication, receiveDocument } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { makeCorpus } from './make-corpus.ts';
import type { StoreReport } from './measure-stores.ts';
import { timed } from './measurement.ts';
import { startProgram } from './program.ts';

const PASSAGES = 6_000;
const LOOK_MILLISECONDS = 100;
/** Each worker first opens its stores and loads its words: that is no part of the work. */
const WARM_UP_MILLISECONDS = 5_000;

/**
 * Takes manuals in and has processes of their own read them, as many at a time as said; passages that became visible a second.
 * Each count has documents of its own.
 */
export async function measureWorkers(config: Config, folder: string, counts: readonly number[], signal: AbortSignal): Promise<StoreReport> {
  const rates: Record<string, number> = {};
  for (const count of counts) {
    const { manuals } = await makeCorpus(join(folder, `for-${count}`), 2 * PASSAGES, count);
    const application = await openApplication(config);
    const workers = Array.from({ length: count }, () => startProgram(['work', '--home', config.home], signal));
    try {
      for (const worker of workers) worker.on('error', () => undefined);
      await pause(WARM_UP_MILLISECONDS, undefined, { signal });
      const { tenant } = config;
      const { seconds } = await timed(async () => {
        for (const path of manuals) {
          const request = { source: createReadStream(path), fileName: basename(path), uri: `bench:${count}:${basename(path)}`, claims: {} };
          await receiveDocument(application, configuredCaller(config), request);
        }
        while ((await application.ledger.jobs.list(tenant, { states: ['queued', 'running'], limit: 1 })).length > 0) {
          if (workers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
            throw new FaultlineError('internal', 'The workers of the bench ended before their work.');
          await pause(LOOK_MILLISECONDS, undefined, { signal });
        }
      });
      rates[`passages/s with ${count === 1 ? 'one worker' : `${count} workers`}`] = PASSAGES / seconds;
    } finally {
      await Promise.all(
        workers.map(async (worker) => {
          if (worker.exitCode !== null || worker.signalCode !== null) return;
          const gone = once(worker, 'close');
          worker.kill('SIGTERM');
          await gone;
        }),
      );
      await application.close();
    }
  }
  return { rates, latencies: {} };
}
