import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSchema } from '../contract/aggregate.ts';
import { answerSchema } from '../contract/answer.ts';
import { documentHistorySchema, documentListSchema, passageListSchema } from '../contract/document.ts';
import { searchAnswerSchema } from '../contract/search.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const VALID = { documentNumber: 'OM-640', revision: 'A', effective: '2020-01-01' };
const FUTURE = { documentNumber: 'OM-640', revision: 'B', effective: '2190-01-01' };
const LOG = (rows: number) =>
  `Work order,Asset,Date,Description\n${Array.from({ length: rows }, (_, row) => `WO-${row},P-9,2024-01-0${row + 1},seal replaced\n`).join('')}`;

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const answer = async (question: string, asOf?: string) => {
  const { content, digest } = await service.post(answerSchema, '/v1/answers', { question, ...(asOf === undefined ? {} : { asOf }) });
  return { said: content.claims.map(({ text }) => text).join(' '), digest };
};

describe.each([
  {
    language: 'zh',
    manual: (torque: number) => `# 风机 K-640 手册\n\n## 参数\n\nK-640 地脚螺栓的拧紧力矩为 ${torque} N·m。\n`,
    question: 'K-640 地脚螺栓的拧紧力矩是多少？',
  },
  {
    language: 'en',
    manual: (torque: number) =>
      `# Pump P-730 manual\n\n## Torques\n\nThe tightening torque of the coupling bolts of P-730 is ${torque} N·m.\n`,
    question: 'What is the tightening torque of the coupling bolts of P-730?',
  },
])('a revision that takes effect later ($language)', ({ language, manual, question }) => {
  it('does not answer before its date and does when asked for as of then', async () => {
    const fields = (given: typeof VALID) => ({ ...given, documentNumber: `${given.documentNumber}-${language}` });
    const valid = await service.ingest('a.md', manual(120), { uri: `${language}/a`, ...fields(VALID) });
    const before = await answer(question);
    const future = await service.ingest('b.md', manual(150), { uri: `${language}/b`, ...fields(FUTURE) });

    const now = await answer(question);
    expect(now.said).toContain('120 N·m');
    expect(now).toEqual(before);
    expect(await answer(question, '2189-12-31')).toEqual(now);
    expect((await answer(question, '2190-01-01')).said).toContain('150 N·m');
    expect((await answer(question, '2190-01-01T00:00:00+08:00')).said).toContain('120 N·m');

    const ages = async (query = '') =>
      (await service.ask(documentHistorySchema, `/v1/documents/${valid.id}${query}`)).revisions.map(({ revision, age }) => [revision, age]);
    expect(await ages()).toEqual([
      ['A', 0],
      ['B', undefined],
    ]);
    expect(await ages('?asOf=2190-01-01')).toEqual([
      ['B', 0],
      ['A', 1],
    ]);
    const listed = async (day?: string) =>
      (await service.ask(documentListSchema, `/v1/documents${day === undefined ? '' : `?asOf=${day}`}`)).documents
        .filter(({ uri }) => uri.startsWith(`${language}/`))
        .map(({ uri, revision }) => [uri, revision]);
    const later = { uri: `${language}/a`, ...fields(FUTURE), revision: 'C', effective: '2200-01-01' };
    await service.ingest('a.md', manual(170), later);
    const all = [
      [`${language}/a`, 'C'],
      [`${language}/b`, 'B'],
    ];
    expect(await listed()).toEqual(all);
    expect(await listed('2026-01-01')).toEqual([[`${language}/a`, 'A']]);
    expect(await listed('2190-01-01')).toEqual([
      [`${language}/a`, 'A'],
      [`${language}/b`, 'B'],
    ]);
    expect(await listed('2200-01-01')).toEqual(all);
    expect(await listed('2019-12-31')).toEqual([]);
    expect((await service.problem('/v1/documents?asOf=tomorrow')).faults?.map(({ field }) => field)).toEqual(['query.asOf']);

    const passages = `/v1/documents/${future.id}/passages`;
    expect((await service.problem(passages)).code).toBe('not-found');
    expect((await service.ask(passageListSchema, `${passages}?asOf=2190-01-01`)).passages.map(({ text }) => text).join(' ')).toContain(
      '150',
    );
    const hits = async (asked: object) =>
      (await service.post(searchAnswerSchema, '/v1/search', { query: question, ...asked })).hits.map(({ documentId }) => documentId);
    expect(await hits({})).not.toContain(future.id);
    expect(await hits({ asOf: '2190-01-01' })).toContain(future.id);
  });
});

describe('rows of a log that takes effect later', () => {
  it('count from its date on', async () => {
    await service.ingest('log.csv', LOG(2), { uri: 'log', ...VALID, documentNumber: 'LOG-1' });
    await service.ingest('log.csv', LOG(5), { uri: 'log-2', ...FUTURE, documentNumber: 'LOG-1' });
    const count = async (asked: object) =>
      (await service.post(figureSchema, '/v1/records/aggregate', { from: 'work-order', ...asked })).aggregate.rows;
    expect(await count({})).toEqual([[2]]);
    expect(await count({ asOf: '2190-01-01' })).toEqual([[5]]);
  });
});

describe('an instant that is none', () => {
  it('is refused with the field named', async () => {
    const body = JSON.stringify({ question: 'x', asOf: 'tomorrow' });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const problem = await service.problem('/v1/answers', init);
    expect([problem.code, problem.faults?.map(({ field }) => field)]).toEqual(['invalid-request', ['body.asOf']]);
  });
});
