import { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerEventSchemas, answerSchema } from '../contract/answer.ts';
import { openService, type TestService } from './test-support/open-service.ts';
import { readEvents } from './test-support/read-events.ts';

const MANUAL = `# Circulation pump P-301 循环泵

## Lockout 隔离上锁

1. Switch off breaker Q-31.
2. Lock breaker Q-31 with a personal padlock.

WARNING: Stored pressure. Vent the casing before opening.

## 故障排除

| 故障现象 | 可能原因 | 处理方法 |
|---|---|---|
| 轴承过热 | 润滑脂过多 | 排出多余的润滑脂 |

## Torques

| Fastener | Tightening torque |
|---|---|
| Casing bolts | 85 N·m |
`;
const ORDERS = 'Order No,Date,Equipment,Short text\n1,2024-03-01,P-301,轴承更换\n2,2024-05-09,P-301,seal leaking\n';
const ORDER: readonly string[] = ['start', 'evidence', 'safety', 'claim', 'done'];

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('manual.md', MANUAL);
  await service.ingest('orders.csv', ORDERS);
});
afterAll(() => service.close());

const request = (body: unknown, more: RequestInit = {}) =>
  service.http.request('/v1/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
    ...more,
  });

describe('an answer that comes piece by piece', () => {
  it.each([
    'What is the tightening torque of the casing bolts of P-301?',
    'P-301 轴承过热是什么原因？',
    'How do I isolate P-301?',
    'P-301 有多少张工单？',
    'What is the tightening torque of P-999?',
    'Tell me about seasonal trends.',
  ])('is the one that JSON gives, in the promised order: %s', async (question) => {
    const whole = await service.post(answerSchema, '/v1/answers', { question });
    const response = await request({ question });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const events = readEvents(await response.text());
    const names = events.map(({ name }) => name);
    expect([...names].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))).toEqual(names);
    expect([names[0], names.at(-1)]).toEqual(['start', 'done']);
    for (const { name, data } of events) answerEventSchemas[name as keyof typeof answerEventSchemas].parse(data);
    const done = answerSchema.parse(events.at(-1)?.data);
    expect([done.content, done.digest]).toEqual([whole.content, whole.digest]);
    expect([done.envelope.notice, done.envelope.aigc]).toEqual([whole.envelope.notice, whole.envelope.aigc]);
    expect(done.envelope.aigc.ProduceID).toBe(done.digest);
    const said = (name: string) => events.filter((event) => event.name === name).map(({ data }) => data);
    expect(said('claim')).toEqual(whole.content.claims.map((claim, index) => ({ index, claim })));
    expect(said('safety')).toEqual(whole.content.safety.map((claim, index) => ({ index, claim })));
    expect(said('evidence')).toEqual(whole.content.citations.map((citation, index) => ({ index, citation })));
  });

  it('is a problem like any other when the request is wrong', async () => {
    const response = await request({ question: 'x'.repeat(5000) });
    expect([response.status, response.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });

  it('says that no model worded it when one was asked for, and opens no connection to look for one', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('a connection was opened');
    });
    const question = 'What is the tightening torque of the casing bolts of P-301?';
    const { content } = await service.post(answerSchema, '/v1/answers', { question, mode: 'model' });
    expect([content.decision, content.mode, content.degraded]).toEqual(['answered', 'extractive', ['no-model']]);
    const auto = await service.post(answerSchema, '/v1/answers', { question, mode: 'auto' });
    expect([auto.content.degraded, auto.content.claims]).toEqual([[], content.claims]);
    expect(connect).not.toHaveBeenCalled();
    await expect(fetch('http://127.0.0.1:59999/')).rejects.toThrow();
    expect(connect).toHaveBeenCalled();
    connect.mockRestore();
  });
});

describe('a stream of an answer', () => {
  it('ends in an event with the problem when something breaks on the way', async () => {
    const broken = await openService({}, (application) => ({
      ...application,
      embedder: { ...application.embedder, embed: () => Promise.reject(new Error('secret')) },
    }));
    const response = await broken.http.request('/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ question: '轴承过热是什么原因？' }),
    });
    const text = await response.text();
    const events = readEvents(text);
    expect(events.map(({ name }) => name)).toEqual(['start', 'error']);
    expect(answerEventSchemas.error.parse(events.at(-1)?.data).code).toBe('internal');
    expect(text).not.toContain('secret');
    expect(broken.logged).toContain('http stream-failed');
    await broken.close();
  });

  it('is given up, down to the stores, when the caller goes', async () => {
    let told: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      told = resolve;
    });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const waiting = await openService({}, (application) => ({
      ...application,
      index: {
        ...application.index,
        candidates: (_access, _query, signal) =>
          new Promise((_, reject) => {
            begin();
            const end = () => {
              told();
              reject(signal.reason);
            };
            if (signal.aborted) end();
            else signal.addEventListener('abort', end, { once: true });
          }),
      },
    }));
    const response = await waiting.http.request('/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ question: 'Why is the bearing hot?' }),
    });
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^event: start\n/);
    await begun;
    await reader?.cancel();
    await stopped;
    expect(waiting.logged).toEqual([]);
    await waiting.close();
  });
});
