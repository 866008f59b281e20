import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { quantile } from './measurement.ts';
import { watchMemory } from './watch-memory.ts';
import { withService } from './with-service.ts';

/** What a service gave to its callers while it read large files. Times in milliseconds. */
export interface LoadReport {
  readonly seconds: number;
  readonly searches: number;
  readonly searchP50: number;
  readonly searchP95: number;
  readonly answers: number;
  readonly answerP95: number;
  /** Answers of `/livez`, which the main thread gives alone: what its event loop made callers wait. */
  readonly liveP95: number;
  readonly liveMost: number;
  /** The event loop's own longest delay by `/metrics`, where it is given. */
  readonly loopMost?: number;
  readonly failed: number;
  readonly peakMegabytes?: number;
}

const EVERY_MILLISECONDS = 100;
const accepted = z.object({ jobId: z.string() });
const job = z.object({ state: z.string(), reason: z.string().optional() });

/** Starts the service on a data folder, sends it the files over HTTP, and searches and asks until all of them are read. */
export async function measureLoad(
  { home, paths, queries, questions }: { home: string; paths: readonly string[]; queries: readonly string[]; questions: readonly string[] },
  signal: AbortSignal,
): Promise<LoadReport> {
  return withService(home, signal, ({ address, pid, signal: both }) => {
    const memory = watchMemory(pid);
    return measureWhile(address, { paths, queries, questions }, memory, both).finally(memory.stop);
  });
}

async function measureWhile(
  address: string,
  { paths, queries, questions }: Omit<Parameters<typeof measureLoad>[0], 'home'>,
  memory: ReturnType<typeof watchMemory>,
  both: AbortSignal,
): Promise<LoadReport> {
  const started = performance.now();
  const jobs = await Promise.all(paths.map((path) => send(address, path, both)));
  const reading = Promise.all(jobs.map((id) => ended(address, id, both)));
  let isReading = true;
  reading
    .finally(() => {
      isReading = false;
    })
    .catch(() => undefined);
  const walls = { search: [] as number[], answer: [] as number[], live: [] as number[] };
  let failed = 0;
  const ask = async (into: number[], path: string, body: object | undefined) => {
    const from = performance.now();
    const answer = await fetch(`${address}${path}`, {
      signal: both,
      ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) failed += 1;
    into.push(performance.now() - from);
  };
  for (let turn = 0; isReading; turn++) {
    await ask(walls.live, '/livez', undefined);
    await ask(walls.search, '/v1/search', { query: queries[turn % queries.length], k: 10 });
    if (turn % 5 === 0) await ask(walls.answer, '/v1/answers', { question: questions[(turn / 5) % questions.length] });
    await wait(EVERY_MILLISECONDS, undefined, { signal: both });
  }
  await reading;
  const seconds = (performance.now() - started) / 1000;
  const loopMost = await loopDelay(address, both);
  const peak = memory.peakMegabytes();
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  const [search, answer, live] = [sorted(walls.search), sorted(walls.answer), sorted(walls.live)];
  return {
    seconds,
    searches: search.length,
    searchP50: quantile(search, 0.5),
    searchP95: quantile(search, 0.95),
    answers: answer.length,
    answerP95: quantile(answer, 0.95),
    liveP95: quantile(live, 0.95),
    liveMost: quantile(live, 1),
    failed,
    ...(loopMost === undefined ? {} : { loopMost }),
    ...(peak === undefined ? {} : { peakMegabytes: peak }),
  };
}

async function send(address: string, path: string, signal: AbortSignal): Promise<string> {
  const form = new FormData();
  form.set('file', await openAsBlob(path), basename(path));
  const answer = await fetch(`${address}/v1/documents`, { method: 'POST', body: form, signal });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new FaultlineError('internal', `The service refused ${basename(path)}: ${JSON.stringify(body)}`);
  return accepted.parse(body).jobId;
}

async function ended(address: string, id: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    await wait(500, undefined, { signal });
    const answer = await fetch(`${address}/v1/jobs/${id}`, { signal });
    const { state, reason } = job.parse(await answer.json());
    if (state === 'done') return;
    if (state === 'dead' || state === 'cancelled') throw new FaultlineError('internal', `A document of the bench was not read: ${reason}`);
  }
}

/** Milliseconds; undefined where the service has no such metric. */
async function loopDelay(address: string, signal: AbortSignal): Promise<number | undefined> {
  const answer = await fetch(`${address}/metrics`, { signal });
  if (!answer.ok) return undefined;
  const seconds = /^\S*eventloop\S*_max_seconds(?:\{[^}]*\})? (\S+)$/m.exec(await answer.text())?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
