import { expect, it, onTestFinished } from 'vitest';
import type { TenantId } from '../../kernel/index.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { PLANT } from '../test-support/sample-documents.fixture.ts';
import type { Jobs } from './jobs.ts';

const LEASE = 1_000;
const PROGRESS = { stage: 'read', chunk: 2, done: 3, total: 9, unit: 'page', rate: 1.5 } as const;
/** Milliseconds, growing, that a job may have to wait for its next worker. */
const PAUSES = [0, ...Array.from({ length: 9 }, (_, power) => 1_000 * 2 ** power), 300_000];
const OTHER = 'other' as TenantId;

async function start(form: LedgerForm) {
  const clock = { time: 1_000_000, now: () => clock.time };
  const ledger = await openEmpty(form, clock);
  onTestFinished(() => ledger.close());
  const enqueue = (subject: string) => ledger.jobs.enqueue({ tenant: PLANT, kind: 'ingest', subject, payload: { note: '检修' } });
  return { clock, jobs: ledger.jobs, enqueue };
}

describeLedgers('jobs', (form) => {
  it('are one for a kind and subject until they end', async () => {
    const { jobs, enqueue } = await start(form);
    const first = await enqueue('a');
    expect(await enqueue('a')).toEqual(first);
    const lease = await jobs.claim('w1', LEASE);
    expect(await enqueue('a')).toMatchObject({ id: first.id, state: 'running' });
    if (lease !== undefined) expect(await jobs.finish(lease)).toBe(true);
    expect((await enqueue('a')).id).not.toBe(first.id);
  });

  it('are claimed oldest first, each by one worker only', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const first = await enqueue('b');
    clock.time += 1;
    const second = await enqueue('a');
    expect((await jobs.claim('w1', LEASE))?.job.id).toBe(first.id);
    // Which of those that ask at once comes first is nobody's promise.
    const claimed = await Promise.all([jobs.claim('w2', LEASE), jobs.claim('w3', LEASE)]);
    expect(claimed.flatMap((lease) => lease?.job.id ?? [])).toEqual([second.id]);
  });

  it('are given back when their worker is gone, at once and with their attempts whole', async () => {
    const { jobs, enqueue } = await start(form);
    await enqueue('a');
    for (let death = 0; death < 3; death++) {
      const lost = await jobs.claim('w1', LEASE);
      expect(lost?.job.attempts).toBe(1);
      expect(await jobs.giveBack((worker) => worker !== 'w1')).toBe(0);
      expect(await jobs.claim('w2', LEASE)).toBeUndefined();
      expect(await jobs.giveBack((worker) => worker === 'w1')).toBe(1);
      if (lost !== undefined) expect(await jobs.finish(lost)).toBe(false);
    }
  });

  it('pass to another worker when the lease runs out, and the first one is fenced off', async () => {
    const { clock, jobs, enqueue } = await start(form);
    await enqueue('a');
    const lost = await jobs.claim('w1', LEASE);
    clock.time += LEASE;
    const taken = await jobs.claim('w2', LEASE);
    if (lost === undefined || taken === undefined) throw new Error('both workers claim');
    expect(taken.job.id).toBe(lost.job.id);
    expect(taken.fence).toBeGreaterThan(lost.fence);
    expect(await jobs.heartbeat(lost, LEASE)).toBe(false);
    expect(await jobs.finish(lost)).toBe(false);
    expect(await jobs.fail(lost, 'late', true)).toBe('lost');
    expect(await jobs.get(PLANT, taken.job.id)).toMatchObject({ state: 'running' });
    expect(await jobs.finish(taken)).toBe(true);
  });

  it('are kept by heartbeats, which carry the progress', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('there is a job');
    clock.time += LEASE - 1;
    expect(await jobs.heartbeat(lease, LEASE, PROGRESS)).toBe(true);
    clock.time += LEASE - 1;
    expect(await jobs.claim('w2', LEASE)).toBeUndefined();
    expect(await jobs.get(PLANT, id)).toMatchObject({ progress: PROGRESS, attempts: 1 });
  });

  it('are tried again after growing pauses, then buried with the reason, and can be revived', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const lease = await jobs.claim('w1', LEASE);
      if (lease === undefined) throw new Error('the job waits');
      outcomes.push(await jobs.fail(lease, 'the disk is full', true));
      expect(await jobs.claim('w1', LEASE)).toBeUndefined();
      clock.time += 1_000 * 4 ** attempt;
    }
    expect(outcomes).toEqual(['queued', 'queued', 'queued', 'dead']);
    expect(await jobs.get(PLANT, id)).toMatchObject({ state: 'dead', reason: 'the disk is full' });
    expect(await jobs.retry({ tenant: PLANT, job: id, actor: 'tester' })).toMatchObject({ state: 'queued', attempts: 0 });
    expect((await jobs.claim('w1', LEASE))?.job).toMatchObject({ id, attempts: 1 });
  });

  it('that are given back wait at once, with no attempt used up', async () => {
    const { jobs, enqueue } = await start(form);
    await enqueue('a');
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('there is a job');
    expect(await jobs.release(lease)).toBe(true);
    expect(await jobs.release(lease)).toBe(false);
    expect(await jobs.claim('w2', LEASE)).toMatchObject({ job: { attempts: 1 } });
  });

  it('that are not worth another attempt are buried at once', async () => {
    const { jobs, enqueue } = await start(form);
    await enqueue('a');
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('there is a job');
    expect(await jobs.fail(lease, 'encrypted', false)).toBe('dead');
  });

  // A worker sees the deaths of the process that reads; who sees its own is nobody. An update, a full machine, `kill -9`: none of them
  // says anything of the document, which was buried after four of them when each counted as an attempt.
  it.each([
    ['whose lease ran out', async (_: Jobs, pass: () => void) => pass()],
    ['that a worker of the same machine gives back', async (jobs: Jobs) => void (await jobs.giveBack(() => true))],
  ])('%s 50 times are not given up, and no attempt is used up', async (_, lose) => {
    const { clock, jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    const paused: number[] = [];
    for (let death = 0; death < 50; death++) {
      const lease = await jobs.claim('w1', LEASE);
      expect(lease?.job).toMatchObject({ id, attempts: 1 });
      await lose(jobs, () => {
        clock.time += LEASE;
      });
      const before = clock.time;
      for (const pause of PAUSES) {
        clock.time = before + pause;
        const again = await jobs.claim('w2', LEASE);
        if (again === undefined) continue;
        await jobs.release(again);
        paused.push(pause);
        break;
      }
    }
    expect(paused.slice(0, 12)).toEqual([0, 0, ...PAUSES.slice(0, 10)]);
    expect(paused.slice(12)).toEqual(Array.from({ length: 38 }, () => 300_000));
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('the job waits');
    expect(await jobs.fail(lease, 'the disk is full', true)).toBe('queued');
    expect(await jobs.get(PLANT, id)).toMatchObject({ attempts: 1 });
  });

  it('that keep costing their worker its life are given up in the end, with that as the reason, and can be revived', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    let deaths = 0;
    while ((await jobs.claim('w1', LEASE)) !== undefined) {
      deaths += 1;
      // Longer than a lease and any pause.
      clock.time += 400_000;
      await jobs.giveBack(() => true);
      clock.time += 400_000;
    }
    expect(deaths).toBe(101);
    const dead = await jobs.get(PLANT, id);
    expect(dead).toMatchObject({ state: 'dead', reason: expect.stringMatching(/^Its worker was lost 101 times /) });
    expect((await jobs.events(id, undefined, 999)).at(-1)).toMatchObject({ kind: 'dead', reason: dead?.reason });
    await jobs.retry({ tenant: PLANT, job: id, actor: 'tester' });
    expect(await jobs.claim('w1', LEASE)).toBeDefined();
    clock.time += LEASE;
    expect((await jobs.claim('w1', LEASE))?.job).toMatchObject({ id, attempts: 1 });
  });

  it('that were cancelled are lost to their worker', async () => {
    const { jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('there is a job');
    await expect(jobs.cancel({ tenant: OTHER, job: id, actor: 'tester' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await jobs.isHeld(lease)).toBe(true);
    expect(await jobs.cancel({ tenant: PLANT, job: id, actor: 'tester' })).toMatchObject({
      state: 'cancelled',
      reason: expect.any(String),
    });
    expect(await jobs.isHeld(lease)).toBe(false);
    expect(await jobs.heartbeat(lease, LEASE)).toBe(false);
    expect(await jobs.claim('w2', LEASE)).toBeUndefined();
    await expect(jobs.cancel({ tenant: PLANT, job: id, actor: 'tester' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await jobs.retry({ tenant: PLANT, job: id, actor: 'tester' })).toMatchObject({ state: 'queued' });
    await expect(jobs.retry({ tenant: PLANT, job: id, actor: 'tester' })).rejects.toThrow(/The job is queued/);
  });

  it('tell what happened to them, numbered without gaps, from the last run on or after a number', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const { id } = await enqueue('a');
    const lease = await jobs.claim('w1', LEASE);
    if (lease === undefined) throw new Error('there is a job');
    await jobs.heartbeat(lease, LEASE, PROGRESS);
    await jobs.heartbeat(lease, LEASE);
    await jobs.fail(lease, '磁盘已满', false);
    const first = await jobs.events(id, undefined, 99);
    expect(first.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'queued'],
      [2, 'running'],
      [3, 'progress'],
      [4, 'dead'],
    ]);
    expect(first[2]).toMatchObject(PROGRESS);
    expect(first[3]).toMatchObject({ reason: '磁盘已满' });
    clock.time += 5;
    await jobs.retry({ tenant: PLANT, job: id, actor: 'tester' });
    expect(await jobs.events(id, undefined, 99)).toEqual([{ kind: 'queued', number: 5, at: clock.time }]);
    expect((await jobs.events(id, 3, 99)).map(({ number }) => number)).toEqual([4, 5]);
    expect((await jobs.events(id, 0, 2)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are shown to their own tenant, newest first', async () => {
    const { clock, jobs, enqueue } = await start(form);
    const first = await enqueue('a');
    clock.time += 1;
    const second = await enqueue('b');
    expect((await jobs.list(PLANT, { limit: 9 })).map((job) => job.id)).toEqual([second.id, first.id]);
    expect((await jobs.list(PLANT, { limit: 9, states: ['queued'], subject: 'a' })).map((job) => job.id)).toEqual([first.id]);
    const after = { createdAt: second.createdAt, id: second.id };
    expect((await jobs.list(PLANT, { limit: 9, after })).map((job) => job.id)).toEqual([first.id]);
    expect(await jobs.list(OTHER, { limit: 9 })).toEqual([]);
    expect(await jobs.get(OTHER, first.id)).toBeUndefined();
  });
});
