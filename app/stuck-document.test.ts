import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ReadEvent, ReadRequest } from '../ingest/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { ingestFiles } from './commands/ingest-files.ts';
import { listDocuments } from './commands/list-documents.ts';
import { receiveDocument } from './commands/receive-document.ts';
import { startWorker } from './service/background-worker.ts';
import { workUntil } from './service/run-worker.ts';
import { CALLER, NEVER, openHome, withFolder } from './test-support/workspace.ts';

const MINUTES = { timeout: 900_000 };
const SECONDS = 1_000;
const STUCK = '卡住.md';
const OTHER = '泵.md';
const TEXTS: Readonly<Record<string, string>> = {
  [STUCK]: `# x\n\n${'['.repeat(100)}\n`,
  [OTHER]: '# 泵 P-101\n\nP-101 机械密封泄漏的原因：轴承磨损。\n',
};
const OUT_OF_TIME = 'Reading took longer than the 30 s allowed for its size. Nothing of it was read.';

/** A site whose reader is stuck on one document until its time is over, and reads the others. */
async function withStuckDocument(
  work: (site: {
    application: Application;
    folder: string;
    pass(milliseconds: number): void;
    isRead: Promise<void>;
    endTime(): void;
  }) => Promise<void>,
): Promise<void> {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let begun = (): void => undefined;
  const isRead = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const over = new AbortController();
  async function* stuck(signal: AbortSignal): AsyncGenerator<ReadEvent> {
    begun();
    const ended = AbortSignal.any([signal, over.signal]);
    await new Promise<void>((resolve) => (ended.aborted ? resolve() : ended.addEventListener('abort', () => resolve(), { once: true })));
    signal.throwIfAborted();
    const report = { characters: 0, passages: 0, tables: 0, excluded: {}, garbled: 0, warnings: [] };
    yield { kind: 'ended', outcome: 'limit-exceeded', reason: OUT_OF_TIME, report, properties: { language: 'none' } };
  }
  await withFolder(async (folder) => {
    const plain = await openHome(join(folder, 'home'), { clock });
    const read = (request: ReadRequest, signal: AbortSignal) => (request.fileName === STUCK ? stuck(signal) : plain.read(request, signal));
    try {
      await work({
        application: { ...plain, read },
        folder,
        pass: (milliseconds) => {
          clock.ahead += milliseconds;
        },
        isRead,
        endTime: () => over.abort(),
      });
    } finally {
      await plain.close();
    }
  });
}

async function send(application: Application, name: string): Promise<void> {
  const source = (async function* () {
    yield Buffer.from(TEXTS[name] ?? '', 'utf8');
  })();
  await receiveDocument(application, CALLER, { source, fileName: name, uri: name, claims: {} });
}

/** How the job of a document ended; undefined before. */
async function outcomeOf({ ledger }: Application, name: string): Promise<string | undefined> {
  const job = (await ledger.jobs.list(CALLER.tenant, { limit: 10 })).find(({ document }) => document?.fileName === name);
  if (job === undefined) return undefined;
  const last = (await ledger.jobs.events(job.id, undefined, 100)).at(-1);
  return last?.kind === 'done' ? last.outcome : undefined;
}

async function answerOf(application: Application): Promise<string> {
  const answer = await askQuestion(application, CALLER, { question: 'P-101 机械密封泄漏的原因是什么？' }, NEVER);
  return JSON.stringify(answer);
}

describe('a document whose reading does not end', () => {
  it('keeps no other from being read by the worker of the service, and ends in its own state', MINUTES, async () => {
    await withStuckDocument(async ({ application, pass, isRead, endTime }) => {
      const worker = startWorker(application, { name: 'test', pollMilliseconds: 20 });
      try {
        await send(application, STUCK);
        worker.wake();
        await isRead;
        await send(application, OTHER);
        pass(10 * SECONDS);
        await vi.waitFor(async () => expect(await outcomeOf(application, OTHER)).toBe('visible'), { timeout: 600_000 });
        expect(await answerOf(application)).toContain('轴承磨损');
        expect(await outcomeOf(application, STUCK)).toBeUndefined();
        endTime();
        await vi.waitFor(async () => expect(await outcomeOf(application, STUCK)).toBe('limit-exceeded'), { timeout: 600_000 });
        const listed = await listDocuments(application, CALLER);
        expect(listed.find(({ document }) => document.uri === STUCK)?.versions[0]).toMatchObject({ state: 'settled', reason: OUT_OF_TIME });
      } finally {
        await worker.stop();
      }
    });
  });

  it('is given back by a worker that stops, and the other stays read', MINUTES, async () => {
    await withStuckDocument(async ({ application, pass, isRead }) => {
      const stop = new AbortController();
      await send(application, STUCK);
      await send(application, OTHER);
      const open = { ...application, close: async () => undefined };
      const working = workUntil(open, { name: 'test', pollMilliseconds: 20 }, stop.signal);
      await isRead;
      pass(10 * SECONDS);
      await vi.waitFor(async () => expect(await outcomeOf(application, OTHER)).toBe('visible'), { timeout: 600_000 });
      stop.abort(new Error('the service stops'));
      await working;
      const jobs = await application.ledger.jobs.list(CALLER.tenant, { limit: 10 });
      expect(jobs.map(({ state, attempts, document }) => [document?.uri, state, attempts]).sort()).toEqual(
        [
          [STUCK, 'queued', 0],
          [OTHER, 'done', 1],
        ].sort(),
      );
    });
  });

  it('keeps no other file of a folder from being read', MINUTES, async () => {
    await withStuckDocument(async ({ application, folder, pass, isRead, endTime }) => {
      // The files of a folder are taken in by their names, the stuck one first.
      for (const [name, text] of Object.entries(TEXTS)) await writeFile(join(folder, name), text);
      const paths = [STUCK, OTHER].map((name) => join(folder, name));
      const ingesting = ingestFiles(application, CALLER, { paths }, () => undefined, NEVER);
      await isRead;
      pass(10 * SECONDS);
      await vi.waitFor(async () => expect(await outcomeOf(application, OTHER)).toBe('visible'), { timeout: 600_000 });
      endTime();
      const { files } = await ingesting;
      expect(files.map(({ version }) => version.outcome).sort()).toEqual(['limit-exceeded', 'visible']);
    });
  });

  it('has no other read beside it before it has taken long', MINUTES, async () => {
    await withStuckDocument(async ({ application, isRead, endTime }) => {
      const claims: string[] = [];
      const { jobs } = application.ledger;
      const claim: typeof jobs.claim = async (worker, milliseconds) => {
        const lease = await jobs.claim(worker, milliseconds);
        if (lease !== undefined) claims.push(lease.job.id);
        return lease;
      };
      let looks = 0;
      const now = () => {
        looks += 1;
        return 0;
      };
      const watched = { ...application, clock: { now }, ledger: { ...application.ledger, jobs: { ...jobs, claim } } };
      const worker = startWorker(watched, { name: 'test', pollMilliseconds: 20 });
      await send(application, STUCK);
      worker.wake();
      await isRead;
      await send(application, OTHER);
      const before = looks;
      await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 1), { timeout: 600_000 });
      expect(claims).toHaveLength(1);
      endTime();
      await vi.waitFor(async () => expect(await outcomeOf(application, OTHER)).toBe('visible'), { timeout: 600_000 });
      expect(await outcomeOf(application, STUCK)).toBe('limit-exceeded');
      await worker.stop();
    });
  });
});
