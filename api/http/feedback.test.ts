import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { configuredCaller, createApiKey } from '../../app/index.ts';
import type { Caller, Role } from '../../kernel/index.ts';
import { answerSchema } from '../contract/answer.ts';
import { auditPageSchema } from '../contract/audit.ts';
import { decisionListSchema } from '../contract/decision.ts';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import { feedbackListSchema, feedbackSchema } from '../contract/feedback.ts';
import { reviewDecidedSchema, reviewListSchema } from '../contract/review.ts';
import { jsonPost } from './test-support/open-reading-service.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const OPEN = '# Pump P-701 泵\n\nThe tightening torque of the casing bolts of P-701 is 48 N·m.\n\nP-701 振动过大的原因是轴承磨损。\n';
const SECRET = '# Pump P-702 泵\n\nThe tightening torque of the casing bolts of P-702 is 52 N·m.\n';
const FAULTS = `# 风机 K-730 手册

| 故障现象 | 可能原因 | 检查方法 | 处理措施 |
|---|---|---|---|
| 风机振动大 | 叶轮积灰 | 目视检查叶轮 | 清理叶轮 |
| 风机振动大 | 地脚螺栓松动 | 检查地脚螺栓 | 紧固地脚螺栓 |
`;
const ASKED_OPEN = 'What is the tightening torque of the casing bolts of P-701?';
const ASKED_CHINESE = 'P-701 振动过大的原因是什么？';
const ASKED_SECRET = 'What is the tightening torque of the casing bolts of P-702?';

let service: TestService;
let made = 0;
const keys = new Map<string, string>();
beforeAll(async () => {
  service = await openService({ host: '0.0.0.0' });
  await keyOf('asker', 'reader', 'all');
  await keyOf('other', 'reader', 'all');
  await keyOf('reviewer', 'reviewer', 'all');
  await keyOf('outside', 'reviewer', []);
  await keyOf('admin', 'admin', 'all');
  await upload('open.md', OPEN, []);
  await upload('secret.md', SECRET, ['plant-2']);
  await upload('fan.md', FAULTS, []);
  await service.work();
});
afterAll(() => service.close());

async function keyOf(name: string, role: Role, labels: Caller['labels']): Promise<void> {
  const { application } = service;
  const random = new Uint8Array(32).fill(++made);
  keys.set(name, (await createApiKey(application, configuredCaller(application.config), { name, role, labels, random })).secret);
}

function by(name: string, init: RequestInit = {}): RequestInit {
  return { ...init, headers: { ...init.headers, authorization: `Bearer ${keys.get(name) ?? ''}` } };
}

async function upload(name: string, text: string, labels: readonly string[]): Promise<void> {
  const form = new FormData();
  form.append('file', new File([text], name));
  if (labels.length > 0) form.append('labels', labels.join(','));
  expect((await service.http.request('/v1/documents', by('admin', { method: 'POST', body: form }))).status).toBe(202);
}

const answered = (who: string, question: string) => service.ask(answerSchema, '/v1/answers', by(who, jsonPost({ question })));
const say = async (who: string, question: string, verdict: string, remark = '') => {
  const { digest } = await answered(who, question);
  return service.ask(feedbackSchema, '/v1/feedback', by(who, jsonPost({ question, digest, verdict, remark })), 201);
};
const queue = async (who: string) => (await service.ask(reviewListSchema, '/v1/reviews?kind=answer-feedback', by(who))).reviews;
const listed = async (who: string) => (await service.ask(feedbackListSchema, '/v1/feedback', by(who))).feedback;

describe('what a person says of an answer', () => {
  it('reaches reviewers with what the answer cites, in Chinese as in English, and nobody else but that person', async () => {
    const english = await say('asker', ASKED_OPEN, 'wrong', 'the drawing says 50');
    const chinese = await say('asker', ASKED_CHINESE, 'missing', '还有不对中');
    const reviews = await queue('reviewer');
    expect(reviews.map(({ state, subject }) => [state, subject])).toEqual(
      expect.arrayContaining([
        ['open', { kind: 'answer-feedback', feedback: english }],
        ['open', { kind: 'answer-feedback', feedback: chinese }],
      ]),
    );
    const review = reviews.find(({ subject }) => subject.kind === 'answer-feedback' && subject.feedback.id === english.id);
    expect(review?.evidence.map(({ quote }) => quote).join(' ')).toContain('48 N·m');
    expect((await queue('asker')).length).toBe(2);
    expect(await queue('other')).toEqual([]);
    expect(await listed('other')).toEqual([]);
    expect((await listed('asker')).map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('is hidden from whoever may not read what the answer cites, also once that is deleted', async () => {
    const said = await say('asker', ASKED_SECRET, 'wrong');
    expect((await listed('reviewer')).map(({ id }) => id)).toContain(said.id);
    expect((await listed('outside')).map(({ id }) => id)).not.toContain(said.id);
    const seen = (await queue('outside')).flatMap(({ subject }) => (subject.kind === 'answer-feedback' ? [subject.feedback.id] : []));
    expect(seen).not.toContain(said.id);
    const decision = { kind: 'judge-answer', feedback: said.id, outcome: 'confirmed' };
    const refused = await service.problem('/v1/decisions', by('outside', jsonPost({ decision, reason: 'seen' })));
    expect(refused.code).toBe('not-found');
    const [source] = said.sources;
    await service.http.request(`/v1/documents/${source?.documentId ?? ''}`, by('admin', { method: 'DELETE' }));
    expect((await listed('outside')).map(({ id }) => id)).not.toContain(said.id);
    expect((await listed('reviewer')).map(({ id }) => id)).toContain(said.id);
  });

  it('is closed by a decision that is kept, attributed and undone', async () => {
    const said = await say('asker', ASKED_OPEN, 'wrong', 'it is 50');
    const review = (await queue('reviewer')).find(({ subject }) => subject.kind === 'answer-feedback' && subject.feedback.id === said.id);
    const decision = { kind: 'judge-answer', feedback: said.id, outcome: 'confirmed', expected: '50 N·m' };
    const path = `/v1/reviews/${review?.id ?? ''}/decision`;
    const decided = await service.ask(reviewDecidedSchema, path, by('reviewer', jsonPost({ decision, reason: 'drawing 7 says so' })), 201);
    expect(decided.review.state).toBe('decided');
    expect(await listed('asker')).toContainEqual(
      expect.objectContaining({
        id: said.id,
        state: 'confirmed',
        expected: '50 N·m',
        judged: expect.objectContaining({ actor: 'key:reviewer', reason: 'drawing 7 says so' }),
      }),
    );
    const { decisions } = await service.ask(decisionListSchema, '/v1/decisions', by('reviewer'));
    expect(decisions).toContainEqual(expect.objectContaining({ id: decided.decision.id, dormant: false, decision }));
    const undo = `/v1/decisions/${decided.decision.id}/undo`;
    expect((await service.http.request(undo, by('reviewer', jsonPost({ reason: 'wrong drawing' })))).status).toBe(201);
    expect((await listed('asker')).find(({ id }) => id === said.id)?.state).toBe('open');
    expect((await service.http.request(path, by('asker', jsonPost({ decision, reason: 'me' })))).status).toBe(403);
  });

  it('is the last word of that person on the answer', async () => {
    await say('other', ASKED_OPEN, 'wrong');
    await say('other', ASKED_OPEN, 'right');
    expect((await listed('other')).map(({ verdict, state }) => [verdict, state])).toEqual([['right', 'noted']]);
  });

  it('is refused of an answer that this person was not given, and kept of a follow-up as it was understood', async () => {
    const { digest } = await answered('asker', ASKED_OPEN);
    const forged = await service.problem('/v1/feedback', by('outside', jsonPost({ question: ASKED_OPEN, digest, verdict: 'wrong' })));
    expect(forged.code).toBe('not-found');
    const first = { question: ASKED_OPEN, conversationId: 'shift' };
    await service.ask(answerSchema, '/v1/answers', by('asker', jsonPost(first)));
    const asked = { question: 'And what is the reason of its vibration?', conversationId: 'shift' };
    const { content, digest: second } = await service.ask(answerSchema, '/v1/answers', by('asker', jsonPost(asked)));
    const understood = content.resolution?.question;
    expect(understood).toContain('P-701');
    const named = { question: asked.question, digest: second, verdict: 'right' };
    expect((await service.problem('/v1/feedback', by('asker', jsonPost({ ...named, understood: 'another' })))).code).toBe('not-found');
    const kept = await service.ask(feedbackSchema, '/v1/feedback', by('asker', jsonPost({ ...named, understood })), 201);
    expect(kept.understood).toBe(understood);
  });

  it('is taken back by that person alone, leaves reviews and lists, and is told of in the audit trail', async () => {
    const said = await say('other', ASKED_CHINESE, 'wrong', '点错了');
    const remove = (who: string) => service.http.request(`/v1/feedback/${said.id}`, by(who, { method: 'DELETE' }));
    expect((await remove('reviewer')).status).toBe(404);
    expect((await listed('reviewer')).map(({ id }) => id)).toContain(said.id);
    expect((await remove('other')).status).toBe(204);
    expect((await listed('reviewer')).map(({ id }) => id)).not.toContain(said.id);
    const left = (await queue('reviewer')).flatMap(({ subject }) => (subject.kind === 'answer-feedback' ? [subject.feedback.id] : []));
    expect(left).not.toContain(said.id);
    expect((await remove('other')).status).toBe(404);
    const { events } = await service.ask(auditPageSchema, `/v1/audit?subject=${said.id}`, by('admin'));
    expect(events.map(({ actor, action }) => [actor, action])).toEqual([
      ['key:other', 'feedback-withdrawn'],
      ['key:other', 'feedback-given'],
    ]);
  });

  it('is kept of a diagnosis too, with what had been seen, and is reviewed like that of an answer', async () => {
    const diagnose = (observations: readonly unknown[]) =>
      service.ask(diagnosisSchema, '/v1/diagnoses', by('asker', jsonPost({ fault: 'K-730 风机振动大', observations })));
    const { next } = await diagnose([]);
    const observations = [{ check: next?.id ?? '', outcome: 'not-found' }];
    const { aigc, citations } = await diagnose(observations);
    const step = { about: 'diagnosis', question: 'K-730 风机振动大', digest: aigc.ProduceID, verdict: 'missing', remark: '还有不对中' };
    const give = (body: object) => by('asker', jsonPost(body));
    expect((await service.problem('/v1/feedback', give(step))).code).toBe('not-found');
    expect((await service.problem('/v1/feedback', give({ ...step, about: 'answer' }))).code).toBe('not-found');
    const kept = await service.ask(feedbackSchema, '/v1/feedback', give({ ...step, observations }), 201);
    expect(kept).toMatchObject({ about: 'diagnosis', decision: 'open', observations, remark: '还有不对中' });
    expect(new Set(kept.sources.map(({ passageId }) => passageId))).toEqual(new Set(citations.map(({ passageId }) => passageId)));
    const review = (await queue('reviewer')).find(({ subject }) => subject.kind === 'answer-feedback' && subject.feedback.id === kept.id);
    expect(review?.evidence.map(({ quote }) => quote).join(' ')).toContain('地脚螺栓松动');
    const decision = { kind: 'judge-answer', feedback: kept.id, outcome: 'confirmed', expected: '不对中' };
    const path = `/v1/reviews/${review?.id ?? ''}/decision`;
    await service.ask(reviewDecidedSchema, path, by('reviewer', jsonPost({ decision, reason: '现场核对' })), 201);
    expect((await listed('asker')).find(({ id }) => id === kept.id)).toMatchObject({ state: 'confirmed', expected: '不对中' });
  });

  it('is listed page by page, as the decisions on it are, newest first and none twice', async () => {
    const pages = async <Schema extends z.ZodType>(
      path: string,
      schema: Schema,
      read: (page: z.infer<Schema>) => readonly { id: string }[],
    ) => {
      const found: string[] = [];
      let next: string | undefined;
      do {
        const page = await service.ask(schema, `${path}?limit=1${next === undefined ? '' : `&cursor=${next}`}`, by('reviewer'));
        found.push(...read(page).map(({ id }) => id));
        next = (page as { readonly next?: string }).next;
      } while (next !== undefined);
      return found;
    };
    const said = (await listed('reviewer')).map(({ id }) => id);
    expect(said.length).toBeGreaterThan(2);
    expect(await pages('/v1/feedback', feedbackListSchema, ({ feedback }) => feedback)).toEqual(said);
    const { decisions, next } = await service.ask(decisionListSchema, '/v1/decisions', by('reviewer'));
    expect([decisions.length, next]).toEqual([expect.any(Number), undefined]);
    expect(decisions.length).toBeGreaterThan(1);
    expect(await pages('/v1/decisions', decisionListSchema, (page) => page.decisions)).toEqual(decisions.map(({ id }) => id));
    for (const path of ['/v1/feedback', '/v1/decisions'])
      expect(await service.problem(`${path}?cursor=bm8`, by('reviewer'))).toMatchObject({ code: 'invalid-request' });
  });
});
