import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../../ingest/test-support/make-zip.ts';
import { answerSchema } from '../contract/answer.ts';
import { documentListSchema, documentQualitySchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

/** 日期,设备,描述,费用 / 2024-03-05,P-810,更换机械密封,320 in GB 18030. */
const GB18030 = Buffer.from(
  'c8d5c6da2cc9e8b1b82cc3e8caf62cb7d1d3c30a323032342d30332d30352c502d3831302cb8fcbbbbbbfad0b5c3dcb7e22c3332300a',
  'hex',
);
const MAX_BYTES = 2_000_000;

let service: TestService;
beforeAll(async () => {
  service = await openService({ maxUploadBytes: MAX_BYTES });
});
afterAll(() => service.close());

describe('a document that is not what it should be', () => {
  it.each([
    ['an empty file', 'empty.pdf', '', 'empty'],
    ['bytes of no known format', 'program.bin', Buffer.from('7f454c460201010000000000000000000300', 'hex'), 'unsupported-format'],
    ['a bomb named .docx', 'manual.docx', bomb(), 'limit-exceeded'],
    ['a PDF that breaks off', 'half.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog', 'damaged'],
  ])('is taken in and ends in its outcome with a reason: %s', async (_, name, bytes, outcome) => {
    const document = await service.ingest(name, bytes);
    expect([document.state, document.outcome]).toEqual(['settled', outcome]);
    expect(document.reason?.length).toBeGreaterThan(20);
    const quality = await service.ask(documentQualitySchema, `/v1/documents/${document.id}/quality`);
    expect([quality.outcome, quality.reason]).toEqual([outcome, document.reason]);
  });

  it('is read for what it is, whatever its name says', async () => {
    const document = await service.ingest(
      'really-a-table.pdf',
      'date,asset,description\n2024-01-02,P-811,seal leaks\n2024-01-03,P-811,更换密封\n',
    );
    expect([document.outcome, document.format]).toEqual(['visible', 'csv']);
  });

  it('is read in the encoding of Chinese office programs', async () => {
    const document = await service.ingest('工单.csv', GB18030);
    const { report } = await service.ask(documentQualitySchema, `/v1/documents/${document.id}/quality`);
    expect([document.outcome, report?.encoding, report?.rows?.total]).toEqual(['visible', 'gb18030', 1]);
  });

  it('keeps the rows before an unclosed quote and says what is wrong', async () => {
    const document = await service.ingest(
      'quote.csv',
      'date,asset,text\n2024-01-02,P-812,ok\n2024-01-03,P-812,"never closed\n2024-01-04,P-812,lost\n',
    );
    const { report } = await service.ask(documentQualitySchema, `/v1/documents/${document.id}/quality`);
    expect(document.state).toBe('settled');
    expect(report?.rows?.bad).toBeGreaterThan(0);
  });
});

describe('a form that is not what it should be', () => {
  const post = (body: FormData | ReadableStream<Uint8Array> | string, headers: Record<string, string> = {}) =>
    service.problem('/v1/documents', { method: 'POST', body, headers, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) });
  const multipart = { 'content-type': 'multipart/form-data; boundary=cut' };
  const part = (name: string, text: string) =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\n\r\n${text}\r\n`;

  it.each([
    ['no file', () => fields({ title: '手册' }), 'invalid-request', /no part named "file"/],
    ['two files', () => fields({}, ['file', 'file']), 'invalid-request', /one document a request/],
    ['a file under another name', () => fields({}, ['document']), 'invalid-request', /named "file"/],
    ['an unknown field', () => fields({ colour: '红' }, ['file']), 'invalid-request', /colour/],
    ['a day that is none', () => fields({ effective: '2026-02-31' }, ['file']), 'invalid-request', /form\.effective/],
    ['two faults at once', () => fields({ authority: 'me', effective: 'x' }, ['file']), 'invalid-request', /effective.*authority/],
    ['a field far too long', () => fields({ title: 'x'.repeat(5000) }, ['file']), 'invalid-request', /longer than/],
    ['too large a document', () => large(), 'document-too-large', /larger than 2000000 bytes/],
  ])('is refused and leaves nothing: %s', async (_, body, code, detail) => {
    const problem = await post(body());
    expect([problem.code, problem.detail]).toEqual([code, expect.stringMatching(detail)]);
  });

  it.each([
    ['ends too early', `${part('file', 'text').slice(0, -4)}`],
    ['has no part at all', 'nothing'],
    ['stops before its last boundary', part('file', '文字')],
  ])('is refused when it %s', async (_, body) => {
    expect((await post(body, multipart)).code).toBe('invalid-request');
  });

  it('is refused when it is no form or names no boundary', async () => {
    expect((await post('{}', { 'content-type': 'application/json' })).code).toBe('unsupported-media-type');
    expect((await post('x', { 'content-type': 'multipart/form-data' })).code).toBe('invalid-request');
  });

  it('is refused as too large while it streams in, without reading to its end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(part('file', '').trimEnd())),
      pull(controller) {
        sent += 1;
        controller.enqueue(Buffer.alloc(100_000, sent === 1 ? '\r\n\r\n' : 'x'));
      },
    });
    expect((await post(endless, multipart)).code).toBe('document-too-large');
    expect(sent).toBeLessThan(200);
  });

  it('is refused with every field at fault named', async () => {
    const { faults } = await post(fields({ effective: '2026-13-01', authority: 'me', site: 'x'.repeat(101) }, ['file']));
    expect(faults?.map(({ field }) => field).sort()).toEqual(['form.authority', 'form.effective', 'form.site']);
  });

  it('leaves no bytes behind', async () => {
    const kept: string[] = [];
    for await (const { sha256 } of service.application.blobs.list(service.application.config.tenant)) kept.push(sha256);
    const { documents } = await service.ask(documentListSchema, '/v1/documents?limit=1000');
    expect(kept).toEqual([...new Set(documents.map(({ sha256 }) => sha256))].sort());
  });
});

describe('the service afterwards', () => {
  it('takes a good document in and answers from it', async () => {
    await service.ingest('good.md', '# 泵 P-813\n\nP-813 的额定压力为 0.6 MPa。\n');
    const { content } = await service.post(answerSchema, '/v1/answers', { question: 'P-813 的额定压力是多少？' });
    expect(content.claims[0]?.text).toContain('0.6 MPa');
    expect(service.logged).toEqual([]);
  });
});

function bomb(): Uint8Array {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<document/>' },
    { name: 'word/media/image1.png', content: Buffer.alloc(50_000_000) },
  ]);
}

function fields(values: Readonly<Record<string, string>>, files: readonly string[] = []): FormData {
  const form = new FormData();
  for (const [index, name] of files.entries()) form.append(name, new File([`refused document ${index}`], '文件.txt'));
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

function large(): FormData {
  const form = new FormData();
  form.append('file', new File([Buffer.alloc(MAX_BYTES + 1, 'x')], 'large.txt'));
  return form;
}
