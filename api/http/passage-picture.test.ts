import { readFile } from 'node:fs/promises';
import { loadImage } from '@napi-rs/canvas';
import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workJobs } from '../../app/index.ts';
import { type FormBlock, type FormFormat, writeForm } from '../../datasets/forms/index.ts';
import { alarmPanel } from '../../datasets/pictures/alarm-panel.ts';
import { countMarked } from '../../ingest/picture/count-marked.test-support.ts';
import { answerSchema } from '../contract/answer.ts';
import { madeDecisionSchema } from '../contract/decision.ts';
import { passageListSchema } from '../contract/document.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

async function picture(address: string): Promise<Buffer> {
  const response = await service.http.request(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return png;
}

interface Sample {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

const LANGUAGES = {
  zh: ['循环水泵手册', '轴承温度不得超过 80 °C。', '部件', '拧紧力矩', '泵壳螺栓', '85 N·m', '联轴器', '48 N·m'],
  en: ['Pump manual', 'Keep the bearing below 80 °C.', 'Part', 'Torque', 'Casing bolts', '85 N·m', 'Coupling', '48 N·m'],
} as const;

async function sampleOf(format: FormFormat | 'csv' | 'xlsx' | 'text', language: keyof typeof LANGUAGES): Promise<Sample> {
  const [title, limit, part, torque, ...cells] = LANGUAGES[language];
  const rows = [cells.slice(0, 2), cells.slice(2)];
  if (format === 'csv') return { name: `${language}.csv`, bytes: [[part, torque], ...rows].map((row) => row.join(',')).join('\n') };
  if (format === 'text') return { name: `${language}.txt`, bytes: [title, limit, ...rows.map((row) => row.join(' '))].join('\n\n') };
  if (format === 'xlsx') {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet(title);
    for (const row of [[part, torque], ...rows]) sheet.addRow(row);
    return { name: `${language}.xlsx`, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
  }
  const blocks: readonly FormBlock[] = [
    { kind: 'title', level: 1, text: title },
    { kind: 'text', text: limit },
    { kind: 'table', header: [part, torque], rows: rows.map((row) => row.map((text) => ({ text }))) },
  ];
  const { name, bytes } = await writeForm({ blocks, expected: [] }, format);
  return { name: `${language}-${name}`, bytes };
}

async function passagesOf(document: string) {
  return (await service.ask(passageListSchema, `/v1/documents/${document}/passages?limit=1000`)).passages;
}

describe('the picture of a citation', () => {
  describe.each(['markdown', 'rst', 'html', 'docx', 'csv', 'xlsx', 'text', 'pdf'] as const)('in a document of the format %s', (format) => {
    it.each(['zh', 'en'] as const)('shows the cited words marked (%s)', async (language) => {
      const { name, bytes } = await sampleOf(format, language);
      const { id } = await service.ingest(name, bytes);
      const passages = await passagesOf(id);
      const pictures: Buffer[] = [];
      for (const words of ['85 N·m', LANGUAGES[language][4]]) {
        const passage = passages.find(({ text }) => text.includes(words));
        const start = passage?.text.indexOf(words) ?? 0;
        pictures.push(await picture(`/v1/passages/${passage?.id}/picture?start=${start}&end=${start + words.length}`));
      }
      const [one, other] = pictures;
      expect(other !== undefined && one?.equals(other)).toBe(false);
      // The page of a PDF has boxes of another colour.
      if (format !== 'pdf') for (const png of pictures) expect(await countMarked(png)).toBeGreaterThan(300);
    });
  });

  it.each([
    ['轴承温度的上限是多少？', '手册 limit.md', '# 泵 P-101 手册\n\nP-101 轴承温度的上限为 80 °C。\n'],
    [
      'What is the temperature limit of the bearing of P-102?',
      'limit.md',
      '# Pump P-102\n\nThe temperature limit of the bearing of P-102 is 80 °C.\n',
    ],
  ])('can be had of every citation of an answer to %s', async (question, name, text) => {
    await service.ingest(name, text);
    const { citations } = (await service.post(answerSchema, '/v1/answers', { question })).content;
    expect(citations.length).toBeGreaterThan(0);
    for (const { passageId, start, end } of citations)
      expect(await countMarked(await picture(`/v1/passages/${passageId}/picture?start=${start}&end=${end}`))).toBeGreaterThan(100);
  });

  it('is the page itself where the document has pages, the one that is asked for', async () => {
    const manual = await readFile(new URL('../../datasets/demo-plant/files/CWS-OM-4101-EN.pdf', import.meta.url));
    const { id } = await service.ingest('manual.pdf', manual);
    const passage = (await passagesOf(id)).find(({ anchors }) => anchors.some((anchor) => anchor.kind === 'page' && anchor.page > 2));
    const anchor = passage?.anchors[0];
    if (passage === undefined || anchor?.kind !== 'page') throw new Error('the manual has no passage on a page');
    const boxes = anchor.boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].join(',')).join(';');
    const size = (png: Buffer) => png.subarray(16, 24).toString('hex');
    const page = await picture(`/v1/documents/${id}/pages/${anchor.page}?boxes=${boxes}`);
    const address = `/v1/passages/${passage.id}/picture`;
    expect([size(await picture(address)), size(await picture(`${address}?page=${anchor.page}`))]).toEqual([size(page), size(page)]);
    expect((await service.problem(`${address}?page=${anchor.page + 90}`)).code).toBe('no-page-image');
  }, 900_000);

  it('is the picture itself where the words were recognised in a picture of a Word file', async () => {
    const data = await alarmPanel(
      [
        ['A-017', '冷却水压力低'],
        ['A-021', 'Coolant pressure low'],
      ],
      { skew: 0 },
    );
    const shown = new ImageRun({ type: 'jpg', data, transformation: { width: 400, height: 250 } });
    const children = [new Paragraph({ text: '报警画面 The panel', heading: HeadingLevel.HEADING_1 }), new Paragraph({ children: [shown] })];
    const { id } = await service.ingest('报警画面.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
    const passages = await passagesOf(id);
    const [heading, code] = [passages[0], passages.find(({ text }) => text.includes('A-017'))];
    const start = code?.text.indexOf('A-017') ?? -1;
    const png = await picture(`/v1/passages/${code?.id}/picture?start=${start}&end=${start + 5}`);
    const wide = async (bytes: Buffer) => {
      const { width, height } = await loadImage(bytes);
      return width / height;
    };
    expect(await wide(png)).toBeCloseTo(await wide(data), 1);
    expect(await wide(await picture(`/v1/passages/${heading?.id}/picture`))).not.toBeCloseTo(await wide(data), 1);
  });

  it('notes a correction below the cited words, and only there', async () => {
    const { id, versionId } = await service.ingest('压力.md', '# 泵 P-103\n\n设计压力 design pressure 1.6 MPa。\n\n另一段 another.\n');
    const [, cited, other] = await passagesOf(id);
    if (cited === undefined || other === undefined) throw new Error('the document has too few passages');
    const heights = async () => {
      const pictures = [await picture(`/v1/passages/${cited.id}/picture`), await picture(`/v1/passages/${other.id}/picture`)];
      return pictures.map((png) => png.readUInt32BE(20));
    };
    const [before, otherBefore] = await heights();
    const start = cited.text.indexOf('1.6');
    const decision = { kind: 'correct-text', version: versionId, passage: cited.id, start, end: start + 3, read: '1.6', text: '16' };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ decision, reason: '铭牌' }) };
    await service.ask(madeDecisionSchema, '/v1/decisions', init, 201);
    await workJobs(service.application, {}, new AbortController().signal);
    const [after, otherAfter] = await heights();
    expect(after).toBeGreaterThan(before ?? 0);
    expect(otherAfter).toBe(otherBefore);
  });

  it('is drawn once for who holds it, whatever it is drawn from, and told to no one who may not see it', async () => {
    const manual = await readFile(new URL('../../datasets/demo-plant/files/CWS-OM-4101-EN.pdf', import.meta.url));
    const paged = await service.ingest('kept.pdf', manual);
    const plain = await service.ingest('泵.md', '# 泵 P-104\n\n拧紧力矩 torque 41 N·m。\n');
    const [ofPage, ofText] = [(await passagesOf(paged.id))[0], (await passagesOf(plain.id))[1]];
    for (const address of [
      `/v1/passages/${ofPage?.id}/picture`,
      `/v1/passages/${ofText?.id}/picture?start=0&end=4`,
      `/v1/documents/${paged.id}/pages/1`,
    ]) {
      const first = await service.http.request(address);
      const tag = first.headers.get('etag') ?? '';
      expect([first.status, first.headers.get('cache-control'), tag]).toEqual([200, 'private, no-cache', expect.stringMatching(/^"\w+"$/)]);
      const held = await service.http.request(address, { headers: { 'if-none-match': `"other", W/${tag}` } });
      expect([held.status, held.headers.get('etag'), await held.text()]).toEqual([304, tag, '']);
      expect((await service.http.request(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
    const page = `/v1/documents/${paged.id}/pages/1`;
    const plainTag = (await service.http.request(page)).headers.get('etag') ?? '';
    const marked = await service.http.request(`${page}?boxes=60,80,160,95`, { headers: { 'if-none-match': plainTag } });
    expect(marked.status).toBe(200);
    const picture = `/v1/passages/${ofText?.id}/picture?start=0&end=4`;
    const tag = (await service.http.request(picture)).headers.get('etag') ?? '';
    expect((await service.http.request(`/v1/documents/${plain.id}`, { method: 'DELETE' })).ok).toBe(true);
    await workJobs(service.application, {}, new AbortController().signal);
    expect((await service.http.request(picture, { headers: { 'if-none-match': tag } })).status).toBe(404);
  }, 900_000);

  it('refuses what names no place', async () => {
    const { id } = await service.ingest('notes.txt', '记录 notes of the shift');
    const [passage] = await passagesOf(id);
    const address = `/v1/passages/${passage?.id}/picture`;
    expect((await service.problem(`${address}?start=0&end=999`)).code).toBe('invalid-request');
    expect((await service.problem(`${address}?start=4&end=4`)).code).toBe('invalid-request');
    expect((await service.problem(`${address}?start=2`)).code).toBe('invalid-request');
    expect((await service.problem(`${address}?page=1`)).code).toBe('no-page-image');
    expect((await service.problem('/v1/passages/nonsense/picture')).code).toBe('not-found');
  });
});
