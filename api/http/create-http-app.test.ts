import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureSchema } from '../contract/aggregate.ts';
import { answerSchema } from '../contract/answer.ts';
import { extractAnswerSchema } from '../contract/extract.ts';
import { livenessSchema, readinessSchema, versionSchema } from '../contract/health.ts';
import { normaliseAnswerSchema } from '../contract/normalise.ts';
import { verifyAnswerSchema } from '../contract/verify.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const WORK_ORDERS = `WO No,Date,Asset,Description,Duration (h),Cost
W-1,2023-02-01,P-910,seal leaks,2,100
W-2,2024-03-01,P-910,更换机械密封,3,
W-3,2024-05-01,P-911,bearing overheats,1,50
`;

let service: TestService;
beforeAll(async () => {
  service = await openService();
  await service.ingest('orders.csv', WORK_ORDERS);
});
afterAll(() => service.close());

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('the building blocks', () => {
  it('counts typed rows and shows those behind the figure', async () => {
    const figure = await service.post(figureSchema, '/v1/records/aggregate', {
      from: 'work-order',
      where: { kind: 'all', filters: [{ kind: 'equals', field: 'asset', value: 'p910' }] },
      groupBy: [{ kind: 'time', field: 'date', unit: 'year' }],
      measures: [{ kind: 'count' }, { kind: 'sum', field: 'cost' }],
      orderBy: [{ by: 'group', index: 0, direction: 'ascending' }],
      rows: 10,
    });
    expect(figure.aggregate.rows.map(([, count]) => count)).toEqual([1, 1]);
    expect([figure.aggregate.matched, figure.aggregate.nulls]).toEqual([2, [0, 1]]);
    expect(figure.rows.map(({ columns }) => columns['order-number']?.text)).toEqual(['W-2', 'W-1']);
  });

  it('answers a count with the query, its rows and a proof', async () => {
    const { content } = await service.post(answerSchema, '/v1/answers', { question: 'How many work orders are there for P-910?' });
    expect(content.claims[0]).toMatchObject({ kind: 'computed', computed: { matched: 2, proof: expect.any(String) } });
  });

  it('holds claims against sources in both languages', async () => {
    const sources = [{ id: 's', text: '联轴器螺栓的拧紧力矩为 45 N·m。' }];
    const verdictOf = async (answer: string) => (await service.post(verifyAnswerSchema, '/v1/verify', { answer, sources })).decision;
    expect(await verdictOf('联轴器螺栓的拧紧力矩为 45 N·m。')).toBe('supported');
    expect(await verdictOf('联轴器螺栓的拧紧力矩为 54 N·m。')).not.toBe('supported');
  });

  it('writes the shorthand of logs out', async () => {
    const { text, tokens } = await service.post(normaliseAnswerSchema, '/v1/normalise', { text: '更换P-201 brg' });
    expect(text).toBe('更换<id> bearing');
    expect(tokens.at(-1)).toMatchObject({ raw: 'brg', norm: 'bearing', start: 8, end: 11, rule: 'lexicon' });
  });

  it('says of a supported claim that it does not answer, and what an answer leaves out', async () => {
    const text = '如果红灯亮起，应停机。出口压力为 4 bar。';
    const request = {
      sources: [{ id: 's', text }],
      claims: [{ text: '出口压力为 4 bar。' }, { text: '应停机。' }],
      question: '入口压力是多少？',
    };
    const { claims, omissions } = await service.post(verifyAnswerSchema, '/v1/verify', request);
    expect(claims[0]).toMatchObject({ verdict: 'supported' });
    expect(claims[0]?.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toContain('question');
    expect(omissions.map(({ kind }) => kind)).toEqual(['condition']);
  });

  it('shows what extraction finds', async () => {
    const { learnt, mentions: parts } = await service.post(extractAnswerSchema, '/v1/extract', { text: 'REPL lift cyl P-910' });
    expect(learnt.mentions).toContainEqual(expect.objectContaining({ start: 5, end: 13, text: 'lift cyl', type: 'PhysicalObject' }));
    const chinese = await service.post(extractAnswerSchema, '/v1/extract', { text: 'P-910冷却器漏水，已更换' });
    expect(chinese.learnt.mentions.map(({ text, type, model }) => [text, type, model])).toEqual([
      ['P-910', 'PhysicalObject', 'log-sentences'],
      ['冷却器', 'PhysicalObject', 'log-sentences'],
      ['漏水', 'State', 'log-sentences'],
      ['更换', 'Activity', 'log-sentences'],
    ]);
    expect(parts.map(({ type }) => type)).not.toContain('Activity');
    const { mentions } = await service.post(extractAnswerSchema, '/v1/extract', { text: '泵 P-910 的压力为 6 bar。' });
    expect(mentions.map(({ text }) => text)).toEqual(expect.arrayContaining(['P-910', '6 bar']));
  });

  it('says that it lives, is ready and what it is', async () => {
    await service.ask(livenessSchema, '/livez');
    expect((await service.ask(readinessSchema, '/readyz')).ready).toBe(true);
    expect((await service.ask(versionSchema, '/version')).version).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('a request that is not as expected', () => {
  it.each([
    ['/v1/search', { k: 0, colour: 1 }, ['body', 'body.k', 'body.query']],
    [
      '/v1/answers',
      { question: ' ', mode: 'oracle', scope: { documents: ['doc_1'] } },
      ['body.mode', 'body.question', 'body.scope.documents.0'],
    ],
    ['/v1/extract', { text: '', kind: 'poem' }, ['body.kind', 'body.text']],
    ['/v1/verify', { sources: [] }, ['body', 'body.sources']],
    ['/v1/records/aggregate', { from: 'alarm', orderBy: [{ by: 'group', index: 0, direction: 'ascending' }] }, ['body.orderBy.0.index']],
    [
      '/v1/records/aggregate',
      { from: 'alarm', where: { kind: 'not', filter: { kind: 'null', field: 'colour' } } },
      ['body.where.filter.field'],
    ],
  ])('is refused with every field at fault: %s', async (path, body, fields) => {
    const problem = await service.problem(path, json(body));
    expect([problem.status, problem.code]).toEqual([400, 'invalid-request']);
    expect(problem.faults?.map(({ field }) => field).sort()).toEqual(fields);
    for (const field of fields) expect(problem.detail).toContain(field);
  });

  it.each([
    ['/v1/documents?limit=0', 'query.limit'],
    ['/v1/documents?cursor=%C3%A4', 'query.cursor'],
    ['/v1/jobs?state=lost', 'query.state'],
    ['/v1/jobs?colour=red', 'query'],
  ])('names the parameter at fault: %s', async (path, field) => {
    expect((await service.problem(path)).faults?.map((fault) => fault.field)).toEqual([field]);
  });

  it.each([
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['GET', '/v1/documents/', 404, 'not-found'],
    ['GET', '/v1/documents/doc_0', 404, 'not-found'],
    ['GET', `/v1/documents/doc_${'0'.repeat(32)}/quality`, 404, 'not-found'],
    ['GET', '/v1/documents/..%2f..%2fetc%2fpasswd/content', 404, 'not-found'],
    ['GET', '/v1/jobs/job_0', 404, 'not-found'],
    ['GET', '/v1/answers', 405, 'method-not-allowed'],
    ['PATCH', '/v1/documents/doc_0', 405, 'method-not-allowed'],
  ])('is a problem: %s %s', async (method, path, status, code) => {
    const problem = await service.problem(path, { method });
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it('names the methods that an address has', async () => {
    expect((await service.http.request('/v1/documents', { method: 'PUT' })).headers.get('allow')).toBe('GET, POST, HEAD');
  });

  it('must be JSON that can be read, of bounded size, depth and length', async () => {
    const codeOf = async (path: string, init: RequestInit) => (await service.problem(path, init)).code;
    expect(await codeOf('/v1/search', json('{"query":'))).toBe('invalid-request');
    expect(await codeOf('/v1/search', json(''))).toBe('invalid-request');
    expect(await codeOf('/v1/search', { method: 'POST' })).toBe('invalid-request');
    expect(await codeOf('/v1/search', json('query=泵', { 'content-type': 'text/plain' }))).toBe('unsupported-media-type');
    expect(await codeOf('/v1/search', json({ query: '泵'.repeat(500_000) }))).toBe('request-too-large');
    expect(await codeOf('/v1/search', json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBe('invalid-request');
    expect(await codeOf('/v1/answers', json({ question: '泵'.repeat(1001) }))).toBe('question-too-long');
    expect(await codeOf('/v1/search', json({ query: 'p'.repeat(1001) }))).toBe('question-too-long');
  });

  it('may not hold so many claims and sources that others would wait', async () => {
    const sources = Array.from({ length: 20 }, (_, place) => ({ id: `s${place}`, text: '泵 P-910 的压力为 6 bar。'.repeat(500) }));
    const codeOf = async (body: unknown) => (await service.problem('/v1/verify', json(body))).code;
    expect(await codeOf({ sources, answer: 'Yes. '.repeat(200) })).toBe('request-too-large');
    expect(await codeOf({ sources, claims: Array.from({ length: 200 }, () => ({ text: '是' })) })).toBe('request-too-large');
    await service.post(verifyAnswerSchema, '/v1/verify', { sources: sources.slice(0, 2), answer: 'P-910 的压力为 6 bar。' });
  });

  it('may hold any characters without harm', async () => {
    for (const question of ['\u0000', '\ud800', '" OR 1=1 --', '𠮷'.repeat(400), '*:"(', '%00%']) {
      await service.post(answerSchema, '/v1/answers', { question });
    }
  });
});

describe('what leaves the service', () => {
  it('names each request, by the name of its caller where it has a good one', async () => {
    const idOf = async (headers: Record<string, string>) => (await service.http.request('/livez', { headers })).headers.get('x-request-id');
    expect(await idOf({ 'x-request-id': 'mine-1' })).toBe('mine-1');
    expect(await idOf({ 'x-request-id': 'not <good>' })).toMatch(/^request-\d+$/);
    const problem = await service.problem('/v1/nothing', { headers: { 'x-request-id': 'mine-2' } });
    expect(problem.instance).toBe('urn:faultline:request:mine-2');
  });

  it('carries headers that keep browsers from guessing, framing, caching and sharing', async () => {
    for (const path of ['/livez', '/v1/nothing']) {
      const { headers } = await service.http.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('is nothing for web pages of others and for names that are not this machine', async () => {
    const codeOf = async (url: string, headers: Record<string, string>) => (await service.http.request(url, { headers })).status;
    expect(await codeOf('http://localhost:8617/v1/documents', { origin: 'https://evil.example' })).toBe(403);
    expect(await codeOf('http://localhost:8617/v1/documents', { origin: 'null' })).toBe(403);
    expect(await codeOf('http://localhost:8617/v1/documents', { origin: 'http://localhost:8617' })).toBe(200);
    expect(await codeOf('http://rebound.example/v1/documents', {})).toBe(403);
    expect(await codeOf('http://[::1]:8617/v1/documents', {})).toBe(200);
  });

  it('says nothing of the inside when something breaks, and the log has it', async () => {
    const broken = await openService({}, (application) => ({
      ...application,
      ledger: { ...application.ledger, accessFor: () => Promise.reject(new Error('SQLITE_CORRUPT /secret/path')) },
    }));
    try {
      const problem = await broken.problem('/v1/documents');
      expect([problem.status, problem.code]).toEqual([500, 'internal']);
      expect(JSON.stringify(problem)).not.toMatch(/secret|SQLITE|at /);
      expect(broken.logged).toEqual(['http request-failed']);
    } finally {
      await broken.close();
    }
  });
});

describe('a caller who hangs up', () => {
  it('is no error of the service, and nothing is logged as one', async () => {
    const gone = new AbortController();
    const slow = await openService({}, (application) => ({
      ...application,
      ledger: {
        ...application.ledger,
        accessFor: () => {
          gone.abort();
          return Promise.reject(new Error('what was asked for is not wanted any more'));
        },
      },
    }));
    try {
      const response = await slow.http.request('/v1/search', { ...json({ query: 'P-101' }), signal: gone.signal });
      expect(response.status).toBe(503);
      expect(slow.logged).toEqual([]);
    } finally {
      await slow.close();
    }
  });
});
