import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Application, askQuestion, type Config, configuredCaller, openApplication, receiveDocument } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { makeCorpus } from './make-corpus.ts';
import type { StoreReport } from './measure-stores.ts';
import { type Latencies, latenciesOf, quantile, timed } from './measurement.ts';
import { startProgram } from './program.ts';

const PASSAGES = 6_000;
const LOOK_MILLISECONDS = 100;
/** Each worker first opens its stores and loads its words: that is no part of the work. */
const WARM_UP_MILLISECONDS = 5_000;
/** Between two questions while workers read. */
const THOUGHT_MILLISECONDS = 250;

/**
 * Takes manuals in and has processes of their own read them, as many at a time as said; passages that became visible a second.
 * Each count has documents of its own. Then the same again with questions meanwhile, and the questions at rest.
 */
export async function measureWorkers(config: Config, folder: string, counts: readonly number[], signal: AbortSignal): Promise<StoreReport> {
  const application = await openApplication(config);
  try {
    const rates: Record<string, number> = {};
    for (const count of counts) {
      const { manuals } = await makeCorpus(join(folder, `for-${count}`), 2 * PASSAGES, count);
      const seconds = await readBy(count, application, manuals, signal);
      rates[`passages/s with ${named(count)}`] = PASSAGES / seconds;
    }
    const most = Math.max(...counts);
    const { manuals, questions } = await makeCorpus(join(folder, 'asked'), 2 * PASSAGES, most + 1);
    const asked = new AbortController();
    const asking = askUntil(asked.signal, application, questions);
    await readBy(most, application, manuals, signal).finally(() => asked.abort());
    const { latencies, lacking } = await asking;
    rates[`share of answers that lacked a store while ${named(most)} read`] = lacking / Math.max(1, latencies.measured);
    return {
      rates,
      latencies: {
        [`answer while ${named(most)} read`]: latencies,
        'answer at rest': await latenciesOf(questions, (question) => ask(application, question)),
      },
    };
  } finally {
    await application.close();
  }
}

const named = (count: number): string => (count === 1 ? 'one worker' : `${count} workers`);

const ask = (application: Application, question: string) =>
  askQuestion(application, configuredCaller(application.config), { question }, new AbortController().signal);

/** One question after the other until the signal, the first of which is not counted. */
async function askUntil(
  over: AbortSignal,
  application: Application,
  questions: readonly string[],
): Promise<{ readonly latencies: Latencies; readonly lacking: number }> {
  const walls: number[] = [];
  let busy = 0;
  let lacking = 0;
  for (let place = 0; !over.aborted; place++) {
    const one = await timed(() => ask(application, questions[place % questions.length] ?? ''));
    if (place > 0) {
      walls.push(one.seconds * 1000);
      busy += one.busy * 1000;
      if (one.result.content.degraded.length > 0) lacking += 1;
    }
    await pause(THOUGHT_MILLISECONDS);
  }
  walls.sort((a, b) => a - b);
  const latencies = {
    measured: walls.length,
    p50: quantile(walls, 0.5),
    p95: quantile(walls, 0.95),
    busy: busy / Math.max(1, walls.length),
  };
  return { latencies, lacking };
}

/** Seconds until all of these documents have been read by so many processes. */
async function readBy(count: number, application: Application, manuals: readonly string[], signal: AbortSignal): Promise<number> {
  const { config, ledger } = application;
  const caller = configuredCaller(config);
  const workers = Array.from({ length: count }, () => startProgram(['work', '--home', config.home], signal));
  try {
    for (const worker of workers) worker.on('error', () => undefined);
    await pause(WARM_UP_MILLISECONDS, undefined, { signal });
    const { seconds } = await timed(async () => {
      for (const path of manuals) {
        const request = { source: createReadStream(path), fileName: basename(path), uri: `bench:${path}`, claims: {} };
        await receiveDocument(application, caller, request);
      }
      while ((await ledger.jobs.list(caller.tenant, { states: ['queued', 'running'], limit: 1 })).length > 0) {
        if (workers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
          throw new FaultlineError('internal', 'The workers of the bench ended before their work.');
        await pause(LOOK_MILLISECONDS, undefined, { signal });
      }
    });
    return seconds;
  } finally {
    await Promise.all(
      workers.map(async (worker) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return;
        const gone = once(worker, 'close');
        worker.kill('SIGTERM');
        await gone;
      }),
    );
  }
}
