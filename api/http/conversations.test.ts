import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveHere } from '../../app/index.ts';
import type { Caller } from '../../kernel/index.ts';
import { answerSchema } from '../contract/answer.ts';
import { conversationListSchema, conversationSchema } from '../contract/conversation.ts';
import { createHttpApp } from './create-http-app.ts';
import { openService, type TestService } from './test-support/open-service.ts';
import { readEvents } from './test-support/read-events.ts';

const manual = (pump: string) => `# Circulation pump ${pump} 循环泵

## 故障排除 Troubleshooting

| 故障现象 | 可能原因 | 处理方法 |
|---|---|---|
| ${pump} 轴承过热 | 润滑脂过多 | 排出多余的润滑脂 |

## Torques of ${pump}

| Fastener | Tightening torque |
|---|---|
| Casing bolts of ${pump} | 85 N·m |
`;

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('p401.md', manual('P-401'));
  await service.ingest('p402.md', manual('P-402'), { labels: 'secret' });
});
afterAll(() => service.close());

const ask = (question: string, conversationId?: string) => service.post(answerSchema, '/v1/answers', { question, conversationId });

/** The same service for another caller. */
function asCaller(change: Partial<Caller>) {
  const caller: Caller = { tenant: service.application.config.tenant, labels: 'all', role: 'admin', actor: 'local', ...change };
  const http = createHttpApp(serveHere(service.application), {
    newRequestId: () => 'r',
    random: (bytes) => new Uint8Array(bytes),
    keys: { identify: async () => ({ kind: 'anyone', caller }), forget: () => undefined },
    sessions: { identify: async () => undefined, forget: () => undefined },
    signal: new AbortController().signal,
  });
  return async (question: string, conversationId?: string) => {
    const response = await http.request('/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, conversationId }),
    });
    return answerSchema.parse(await response.json());
  };
}

describe('a conversation over HTTP', () => {
  it('keeps equipment and fault, says so, and answers as if the whole question had been asked', async () => {
    const first = await ask('P-401 轴承过热是什么原因？', 'shift-1');
    expect(first.envelope.conversation).toEqual({ id: 'shift-1', turn: 1 });
    expect(first.content.resolution).toBeUndefined();
    const second = await ask('怎么处理？', 'shift-1');
    expect(second.content.resolution).toMatchObject({ question: 'P-401 轴承过热：怎么处理？' });
    expect(second.content.resolution?.text).toContain('设备“P-401”');
    expect(second.content.claims.map(({ text }) => text).join()).toContain('排出多余的润滑脂');
    const { resolution: _, ...content } = second.content;
    expect((await ask(second.content.resolution?.question ?? '')).content).toEqual(content);
    const third = await ask('What is the tightening torque of the casing bolts?', 'shift-1');
    expect(third.content.resolution?.text).toContain('Understood as “P-401: What is');
    expect(third.content.claims.map(({ text }) => text).join()).toContain('85 N·m');
    expect(third.envelope.conversation?.turn).toBe(3);
  });

  it('is told in the first event of a stream, and is the same for the same questions', async () => {
    const digests: string[] = [];
    for (const conversationId of ['one', 'two']) {
      await ask('P-401 轴承过热是什么原因？', conversationId);
      const response = await service.http.request('/v1/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ question: '那怎么处理？', conversationId }),
      });
      const events = readEvents(await response.text());
      expect(events[0]?.data).toMatchObject({ resolution: { question: 'P-401 轴承过热：怎么处理？' } });
      const answer = answerSchema.parse(events.at(-1)?.data);
      expect(answer.envelope.conversation).toEqual({ id: conversationId, turn: 2 });
      digests.push(answer.digest);
    }
    expect(new Set(digests).size).toBe(1);
  });

  it('is of one caller: another with its name begins one of his own', async () => {
    await ask('Why is the bearing of P-401 overheating?', 'shared');
    const other = await asCaller({ actor: 'someone' })('How do I fix it?', 'shared');
    expect([other.content.resolution, other.envelope.conversation?.turn]).toEqual([undefined, 1]);
  });

  it('says no more than the asker may read now, whatever earlier turns could read', async () => {
    const cleared = asCaller({ actor: 'worker' });
    const before = await cleared('What is the tightening torque of the casing bolts of P-402?', 'w');
    expect(before.content.decision).toBe('answered');
    const limited = asCaller({ actor: 'worker', labels: [] });
    const after = await limited('and why is its bearing hot?', 'w');
    expect(JSON.stringify(after.content.citations)).not.toContain('P-402');
    const { resolution, ...content } = after.content;
    expect((await limited(resolution?.question ?? '')).content).toEqual(content);
  });

  it('is listed, shown and removed', async () => {
    await ask('What is the tightening torque of the casing bolts of P-401?', 'gone');
    const { conversations } = await service.ask(conversationListSchema, '/v1/conversations');
    expect(conversations.map(({ id }) => id)).toContain('gone');
    const { turns } = await service.ask(conversationSchema, '/v1/conversations/gone');
    expect(turns.map(({ question }) => question)).toEqual(['What is the tightening torque of the casing bolts of P-401?']);
    expect((await service.http.request('/v1/conversations/gone', { method: 'DELETE' })).status).toBe(204);
    expect((await service.problem('/v1/conversations/gone')).status).toBe(404);
    expect((await service.problem('/v1/conversations/gone', { method: 'DELETE' })).status).toBe(404);
    expect((await ask('How do I fix it?', 'gone')).content.resolution).toBeUndefined();
  });

  it('refuses a name that is none', async () => {
    const problem = await service.problem('/v1/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'Why?', conversationId: '../x' }),
    });
    expect([problem.status, problem.faults?.[0]?.field]).toEqual([400, 'body.conversationId']);
  });
});
