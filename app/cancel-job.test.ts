import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../ledger/index.ts';
import type { Application } from './application.ts';
import { followJob } from './commands/follow-job.ts';
import { listDocuments } from './commands/list-documents.ts';
import { listJobs } from './commands/list-jobs.ts';
import { receiveDocument } from './commands/receive-document.ts';
import { cancelJob, retryJob } from './commands/steer-jobs.ts';
import { workJobs } from './commands/work-jobs.ts';
import { wholeState } from './test-support/whole-state.ts';
import { CALLER, ingest, NEVER, remove, withApplication } from './test-support/workspace.ts';

const MINUTES = 900_000;
const MANUAL = {
  uri: '手册.md',
  text: '# 泵 P-101 手册\n\nP-101 机械密封泄漏的原因：轴承磨损。\n\n| Symptom | Cause |\n|---|---|\n| seal leakage of P-101 | dry running |\n',
};
const OTHER = { uri: 'notes.txt', text: 'The excessive vibration of P-101 is caused by a worn bearing.\n' };

/** Steps of a small document: the point at which the job is cancelled is told by their count. */
const STEPS = ['survey', 'read', 'extract', 'project'] as const;

async function accept(application: Application, document: { uri: string; text: string }) {
  const bytes = (async function* () {
    yield Buffer.from(document.text, 'utf8');
  })();
  const { job } = await receiveDocument(application, CALLER, { source: bytes, fileName: document.uri, uri: document.uri, claims: {} });
  if (job === undefined) throw new Error('a new document has a job');
  return job;
}

async function eventsOf(application: Application, job: Awaited<ReturnType<typeof accept>>, after?: number): Promise<readonly JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of followJob(application, CALLER, after === undefined ? { job } : { job, after }, NEVER)) events.push(event);
  return events;
}

describe('a job that is cancelled', () => {
  it.each(STEPS)(
    'in the middle of "%s" shows nothing, leaves the others as they were, and is as new when retried',
    { timeout: MINUTES },
    async (stage) => {
      const expected = await withApplication(async (application) => {
        for (const document of [OTHER, MANUAL]) await ingest(application, document);
        return wholeState(application);
      });
      await withApplication(async (application) => {
        await ingest(application, OTHER);
        const before = await wholeState(application);
        const job = await accept(application, MANUAL);
        let cancelling: Promise<unknown> | undefined;
        // The ledger of the worker, on which somebody cancels as soon as the stage has told of a step.
        const { jobs } = application.ledger;
        const heartbeat: typeof jobs.heartbeat = async (lease, milliseconds, progress) => {
          const held = await jobs.heartbeat(lease, milliseconds, progress);
          if (progress?.stage === stage) cancelling ??= cancelJob(application, CALLER, job);
          await cancelling;
          return held;
        };
        const watched = { ...application, ledger: { ...application.ledger, jobs: { ...jobs, heartbeat } } };
        await workJobs(watched, {}, NEVER);
        expect(cancelling).toBeDefined();

        const listed = (await listDocuments(application, CALLER)).find(({ document }) => document.uri === MANUAL.uri);
        expect(listed?.versions[0]).toMatchObject({ state: 'cancelled', reason: expect.stringContaining('retry'), title: MANUAL.uri });
        expect(listed?.versions[0]).not.toHaveProperty('format');
        const cancelled = await wholeState(application);
        expect(cancelled.projections).toEqual(before.projections);
        const knowledge = cancelled.knowledge.filter((line) => !/"line":"(?:document|version)"/.test(line));
        expect(knowledge).toEqual(before.knowledge.filter((line) => !/"line":"(?:document|version)"/.test(line)));
        const [row] = await listJobs(application, CALLER, { limit: 1 });
        expect(row).toMatchObject({ id: job, state: 'cancelled', document: { uri: MANUAL.uri } });
        expect((await eventsOf(application, job)).at(-1)).toMatchObject({ kind: 'cancelled' });

        await retryJob(application, CALLER, job);
        await workJobs(application, {}, NEVER);
        expect(await wholeState(application)).toEqual(expected);
        const events = await eventsOf(application, job);
        expect(events[0]?.kind).toBe('queued');
        expect(events.at(-1)).toMatchObject({ kind: 'done', outcome: 'visible' });
        expect(await remove(application, MANUAL.uri)).toBe(true);
        expect(await wholeState(application)).toEqual(before);
      });
    },
  );

  it('while it waits is never read, and one that has ended cannot be cancelled', async () => {
    await withApplication(async (application) => {
      const job = await accept(application, MANUAL);
      await cancelJob(application, CALLER, job);
      await workJobs(application, {}, NEVER);
      expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ state: 'cancelled' });
      await retryJob(application, CALLER, job);
      await workJobs(application, {}, NEVER);
      await expect(cancelJob(application, CALLER, job)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('done'),
      });
      await expect(retryJob(application, CALLER, job)).rejects.toMatchObject({ code: 'conflict' });
      expect((await listDocuments(application, CALLER))[0]?.versions[0]).toMatchObject({ outcome: 'visible' });
    });
  });
});

describe('the events of a job', () => {
  it('come one for each stage and chunk, wait for those to come, and go on after the last one known', async () => {
    await withApplication(async (application) => {
      const job = await accept(application, MANUAL);
      const following = eventsOf(application, job);
      await workJobs(application, {}, NEVER);
      const events = await following;
      expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
      const progress = events.flatMap((event) => (event.kind === 'progress' ? [event] : []));
      expect([...new Set(progress.map(({ stage }) => stage))]).toEqual([...STEPS]);
      expect(progress.every(({ done, total = done }) => done <= total)).toBe(true);
      expect(events.at(-1)).toMatchObject({ kind: 'done', outcome: 'visible' });
      expect(await eventsOf(application, job, 3)).toEqual(events.slice(3));
      expect(await eventsOf(application, job, events.length)).toEqual([]);
    });
  });

  it('end when whoever follows goes away', async () => {
    await withApplication(async (application) => {
      const job = await accept(application, MANUAL);
      const gone = new AbortController();
      const following = followJob(application, CALLER, { job }, gone.signal);
      expect((await following.next()).value).toMatchObject({ kind: 'queued' });
      const waiting = following.next();
      gone.abort(new Error('the reader left'));
      await expect(waiting).rejects.toThrow();
      expect(await following.next()).toEqual({ done: true, value: undefined });
    });
  });
});
