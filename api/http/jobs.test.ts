import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { loadConfig, serveThreads, workJobs } from '../../app/index.ts';
import { documentSchema, uploadAnswerSchema } from '../contract/document.ts';
import { jobEventSchema, jobListSchema, jobSchema } from '../contract/job.ts';
import { serveHttp } from './serve-http.ts';
import { formOf, openService, type TestService } from './test-support/open-service.ts';

const NEVER = new AbortController().signal;
const MANUAL = '# 泵 P-101\n\nP-101 机械密封泄漏的原因：轴承磨损。\n\nThe tightening torque of the bolts of P-101 is 48 N·m.\n';

type JobEvent = z.infer<typeof jobEventSchema>;

/** The events of a stream with ids and names as sent; comments left out. */
function eventsIn(text: string): JobEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
      const event = jobEventSchema.parse(JSON.parse(fields.get('data') ?? ''));
      expect([fields.get('id'), fields.get('event')]).toEqual([String(event.number), event.kind]);
      return event;
    });
}

describe('jobs over HTTP', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await openService();
  });
  afterAll(() => service.close());
  const steer = (id: string, order: 'cancel' | 'retry') => service.ask(jobSchema, `/v1/jobs/${id}/${order}`, { method: 'POST' });

  it('are cancelled while they wait, listed with the reason, and retried', async () => {
    const { jobId, document } = await service.send('手册.md', MANUAL, { uri: 'manual/P-101' });
    const waiting = await service.ask(jobSchema, `/v1/jobs/${jobId}`);
    expect(waiting).toMatchObject({ state: 'queued', uri: 'manual/P-101', fileName: '手册.md', documentId: document.id });
    expect(await steer(jobId, 'cancel')).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining('retry'),
      fileName: '手册.md',
    });
    await workJobs(service.application, {}, NEVER);
    const path = `/v1/documents/${document.id}`;
    expect(await service.ask(documentSchema, path)).toMatchObject({ state: 'cancelled', reason: expect.stringContaining('cancelled') });
    const { jobs } = await service.ask(jobListSchema, '/v1/jobs?state=cancelled');
    expect(jobs.map(({ id }) => id)).toEqual([jobId]);
    const again = await service.problem(`/v1/jobs/${jobId}/cancel`, { method: 'POST' });
    expect([again.status, again.code, again.detail]).toEqual([409, 'conflict', expect.stringContaining('cancelled')]);

    const before = service.woken();
    expect((await steer(jobId, 'retry')).state).toBe('queued');
    expect(service.woken()).toBe(before + 1);
    await workJobs(service.application, {}, NEVER);
    expect(await service.ask(documentSchema, path)).toMatchObject({ state: 'settled', outcome: 'visible' });
    expect((await service.problem(`/v1/jobs/${jobId}/retry`, { method: 'POST' })).code).toBe('conflict');
    expect((await service.problem(`/v1/jobs/job_${'0'.repeat(32)}/cancel`, { method: 'POST' })).code).toBe('not-found');
  });

  it('are paged newest first without loss or repetition', async () => {
    for (let number = 0; number < 5; number++) await service.send('list.txt', `文字 ${number}`, { uri: `list/${number}` });
    const all = await service.ask(jobListSchema, '/v1/jobs?limit=1000');
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page: z.infer<typeof jobListSchema> = await service.ask(
        jobListSchema,
        `/v1/jobs?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.jobs.length).toBeLessThanOrEqual(2);
      seen.push(...page.jobs.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(all.jobs.map(({ id }) => id));
    expect(all.next).toBeUndefined();
    expect((await service.problem('/v1/jobs?cursor=AAAA')).code).toBe('invalid-request');
  });

  it('tell each stage and chunk, resume after the last event that is known, and end', async () => {
    const { jobId } = await service.send('事件.md', `${MANUAL}\n补充。\n`, { uri: 'events' });
    await workJobs(service.application, {}, NEVER);
    const ask = async (headers: Record<string, string> = {}) => {
      const response = await service.http.request(`/v1/jobs/${jobId}/events`, { headers });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
      return eventsIn(await response.text());
    };
    const events = await ask();
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    const stages = events.flatMap((event) => (event.kind === 'progress' ? [event.stage] : []));
    expect([...new Set(stages)]).toEqual(['survey', 'read', 'extract', 'project']);
    expect(events.at(-1)).toMatchObject({ kind: 'done', outcome: 'visible' });
    expect(await ask({ 'last-event-id': '2' })).toEqual(events.slice(2));
    expect(await ask({ 'last-event-id': String(events.length) })).toEqual([]);
    expect((await service.problem(`/v1/jobs/${jobId}/events`, { headers: { 'last-event-id': 'x' } })).code).toBe('invalid-request');
    expect((await service.problem(`/v1/jobs/job_${'0'.repeat(32)}/events`)).code).toBe('not-found');
  });
});

it('are followed from the thread of HTTP while the writer thread works, by callers who come and go', { timeout: 900_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-jobs-'));
  const threads = await serveThreads(loadConfig({ home: join(folder, 'home'), port: 0, readers: 1, logLevel: 'silent' }, {}));
  const served = await serveHttp(threads);
  try {
    const rows = Array.from(
      { length: 4_000 },
      (_, row) => `2024-03-${String((row % 28) + 1).padStart(2, '0')},P-${row % 50},seal leaks,换密封 ${row}`,
    );
    const body = formOf('orders.csv', `Date,Asset,Symptom,Action\n${rows.join('\n')}\n`, {});
    const sent = uploadAnswerSchema.parse(await (await fetch(`${served.address}/v1/documents`, { method: 'POST', body })).json());
    const path = `${served.address}/v1/jobs/${sent.jobId}/events`;

    const left = await fetch(path);
    const reader = left.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = eventsIn((await reader?.read())?.value ?? '');
    expect(first[0]).toMatchObject({ number: 1, kind: 'queued' });
    await reader?.cancel();

    const known = first.at(-1)?.number ?? 0;
    const events = eventsIn(await (await fetch(path, { headers: { 'last-event-id': String(known) } })).text());
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => known + 1 + index));
    const read = events.filter((event) => event.kind === 'progress' && event.stage === 'read');
    expect(read.length).toBeGreaterThan(1);
    expect(read.at(-1)).toMatchObject({ done: 4_000, total: 4_000, unit: 'row', rate: expect.any(Number) });
    expect(events.at(-1)).toMatchObject({ kind: 'done', outcome: 'visible' });

    const more = formOf('more.csv', `Date,Asset,Symptom,Action\n${rows.map((row) => `${row} again`).join('\n')}\n`, {});
    const second = uploadAnswerSchema.parse(await (await fetch(`${served.address}/v1/documents`, { method: 'POST', body: more })).json());
    const running = await fetch(`${served.address}/v1/jobs/${second.jobId}/events`);
    let told = '';
    for await (const piece of running.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      told += piece;
      if (!told.includes('"stage":"read"') || told.includes('event: cancelled')) continue;
      const answer = await fetch(`${served.address}/v1/jobs/${second.jobId}/cancel`, { method: 'POST' });
      // It may have been cancelled at the piece before.
      expect([200, 409]).toContain(answer.status);
    }
    expect(eventsIn(told).at(-1)).toMatchObject({ kind: 'cancelled' });
    const cancelled = documentSchema.parse(await (await fetch(`${served.address}/v1/documents/${second.document.id}`)).json());
    expect(cancelled).toMatchObject({ state: 'cancelled' });
  } finally {
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
