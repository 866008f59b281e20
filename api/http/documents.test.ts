import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../contract/answer.ts';
import { documentListSchema, documentQualitySchema, passageListSchema } from '../contract/document.ts';
import { jobListSchema, jobSchema } from '../contract/job.ts';
import { searchAnswerSchema } from '../contract/search.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const ENGLISH = `# Pump P-730 manual

## Torques

The tightening torque of the coupling bolts of P-730 is 48 N·m.

## Troubleshooting

| Symptom | Cause | Remedy |
|---|---|---|
| excessive vibration | worn bearing | replace the bearing |
`;
const CHINESE = `# 风机 K-640 手册

## 参数

K-640 地脚螺栓的拧紧力矩为 125 N·m。

## 报警

| 报警代码 | 含义 | 处理 |
|---|---|---|
| E-417 | 轴承温度过高 | 停机并检查润滑 |
`;

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

describe.each([
  {
    language: 'en',
    name: 'pump manual.md',
    text: ENGLISH,
    question: 'What is the tightening torque of the coupling bolts of P-730?',
    words: '48 N·m',
  },
  { language: 'zh', name: '风机手册.md', text: CHINESE, question: 'K-640 地脚螺栓的拧紧力矩是多少？', words: '125 N·m' },
])('the life of a document ($language)', ({ language, name, text, question, words }) => {
  it('goes from upload to a cited answer and is gone when deleted', async () => {
    const before = service.woken();
    const { jobId, status } = await service.send(name, text, {
      uri: `manual/${language}`,
      title: '',
      revision: 'B',
      effective: '2026-01-31',
    });
    expect([status, service.woken()]).toEqual(['new', before + 1]);

    const document = await service.ingest(name, text, { uri: `manual/${language}` });
    const path = `/v1/documents/${document.id}`;
    expect(document).toMatchObject({ outcome: 'visible', fileName: name, revision: 'B', effective: '2026-01-31', format: 'markdown' });
    expect(await service.ask(jobSchema, `/v1/jobs/${jobId}`)).toMatchObject({ state: 'done', versionId: document.versionId });
    expect((await service.ask(jobListSchema, '/v1/jobs?state=done')).jobs.map(({ id }) => id)).toContain(jobId);

    const { content } = await service.post(answerSchema, '/v1/answers', { question, mode: 'extractive' });
    expect([content.decision, content.language]).toEqual(['answered', language]);
    expect(content.claims[0]?.text).toContain(words);
    const citation = content.citations[content.claims[0]?.citations[0] ?? -1];
    expect(citation).toMatchObject({ documentId: document.id, revision: 'B' });

    const { passages } = await service.ask(passageListSchema, `${path}/passages?limit=1000`);
    const cited = passages.find(({ id }) => id === citation?.passageId);
    expect(cited?.text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    expect(passages.map(({ order }) => order)).toEqual(passages.map((_, index) => index));
    const first = await service.ask(passageListSchema, `${path}/passages?limit=1`);
    const second = await service.ask(passageListSchema, `${path}/passages?cursor=${first.next}&limit=1000`);
    expect([...first.passages, ...second.passages]).toEqual(passages);
    expect(second.next).toBeUndefined();

    const { report } = await service.ask(documentQualitySchema, `${path}/quality`);
    expect(report).toMatchObject({ passages: passages.length, garbled: 0 });
    const { hits } = await service.post(searchAnswerSchema, '/v1/search', { query: question, k: 3 });
    expect(hits.map(({ passageId }) => passageId)).toContain(citation?.passageId);

    expect((await service.http.request(path, { method: 'DELETE' })).status).toBe(204);
    expect((await service.problem(path)).code).toBe('not-found');
    expect((await service.problem(`${path}/content`)).code).toBe('not-found');
    expect((await service.problem(path, { method: 'DELETE' })).code).toBe('not-found');
    const { content: after } = await service.post(answerSchema, '/v1/answers', { question });
    expect(JSON.stringify(after)).not.toContain(document.id);
  });
});

describe('documents over HTTP', () => {
  it('gives the same content and digest for the same question', async () => {
    await service.ingest('same.md', ENGLISH, { uri: 'same' });
    const answer = () => service.post(answerSchema, '/v1/answers', { question: 'Which cause has the excessive vibration of P-730?' });
    const [first, second] = [await answer(), await answer()];
    expect(JSON.stringify(second.content)).toBe(JSON.stringify(first.content));
    expect(second.digest).toBe(first.digest);
  });

  it('says that the same bytes under the same name are there already, with the job that read them', async () => {
    const first = await service.send('twice.md', CHINESE, { uri: 'twice' });
    const again = await service.send('twice.md', CHINESE, { uri: 'twice' });
    expect([again.status, again.jobId, again.document.id]).toEqual(['duplicate', first.jobId, first.document.id]);
    expect((await service.send('twice.md', `${CHINESE}\n补充。\n`, { uri: 'twice' })).status).toBe('new-version');
  });

  it('pages through all documents without loss or repetition', async () => {
    for (const uri of ['列表/乙', '列表/甲', 'list/😀', 'list/b']) await service.send('list.txt', `text of ${uri}`, { uri });
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page: { documents: readonly { uri: string }[]; next?: string | undefined } = await service.ask(
        documentListSchema,
        `/v1/documents?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.documents.map(({ uri }) => uri));
      cursor = page.next;
    }
    const all = await service.ask(documentListSchema, '/v1/documents?limit=1000');
    expect(seen).toEqual(all.documents.map(({ uri }) => uri));
    expect(seen).toEqual(expect.arrayContaining(['列表/乙', '列表/甲', 'list/😀', 'list/b']));
  });

  it('gives the bytes back as they came, whole or one range', async () => {
    const text = '轴承 bearing 温度 temperature';
    const bytes = new TextEncoder().encode(text);
    const { document } = await service.send('原文 (a).txt', text, { uri: 'bytes' });
    const path = `/v1/documents/${document.id}/content`;
    const get = (headers: Record<string, string>, method = 'GET') => service.http.request(path, { method, headers });

    const whole = await get({});
    expect([whole.status, await whole.text(), whole.headers.get('content-length')]).toEqual([200, text, String(bytes.length)]);
    expect(whole.headers.get('content-disposition')).toBe(
      `attachment; filename="__ (a).txt"; filename*=UTF-8''${encodeURIComponent('原文')}%20%28a%29.txt`,
    );
    const tag = whole.headers.get('etag') ?? '';
    expect(tag).toBe(`"${document.sha256}"`);

    const part = await get({ range: 'bytes=3-8' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 3-8/${bytes.length}`]);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(3, 9));
    expect((await get({ range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
    expect(await (await get({ range: 'bytes=0-1', 'if-range': '"other"' })).text()).toBe(text);
    expect((await get({ 'if-none-match': `"other", ${tag}` })).status).toBe(304);
    const outside = await get({ range: 'bytes=999-' });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    expect((await get({ range: 'bytes=0-1', 'if-range': `W/${tag}` })).status).toBe(200);
    expect((await get({ range: 'bytes=0-1', 'if-range': 'Thu, 26 Nov 2026 00:00:00 GMT' })).status).toBe(200);

    const several = await get({ range: 'bytes=0-2, -4, 900-' });
    const boundary = /^multipart\/byteranges; boundary=(\S+)$/.exec(several.headers.get('content-type') ?? '')?.[1] ?? '';
    const body = Buffer.from(await several.arrayBuffer());
    expect([several.status, several.headers.get('content-range'), several.headers.get('content-length')]).toEqual([
      206,
      null,
      String(body.length),
    ]);
    const parts = body.toString('latin1').split(`--${boundary}`);
    expect([parts.length, parts[0], parts[3]]).toEqual([4, '', '--\r\n']);
    const bytesOf = (part = '') => new Uint8Array(Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1'));
    expect(parts[1]).toContain(`Content-Range: bytes 0-2/${bytes.length}\r\n`);
    expect([bytesOf(parts[1]), bytesOf(parts[2])]).toEqual([bytes.slice(0, 3), bytes.slice(-4)]);

    const headRange = await get({ range: 'bytes=0-1' }, 'HEAD');
    expect([headRange.status, headRange.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(bytes.length), '']);
  });
});
