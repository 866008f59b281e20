import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { type KnownWord, knownTexts } from '../../ocr/known-texts.test-support.ts';
import type { ReadLimits, ResumePoint, SegmentChunk } from '../../parser/document-parser.ts';
import { readRequest, readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { pdfParser } from './pdf-parser.ts';

const SCAN: readonly KnownWord[] = [
  { text: '3.2 轴承温度', x: 72, y: 100, size: 16 },
  { text: '轴承温度不得超过 80 "C，否则停机。', x: 72, y: 130, size: 10 },
  { text: 'The limit of P-101A is 85 N·m.', x: 72, y: 160, size: 10 },
];

/** Pages of text (true) and scans (false), the scans as pictures that fill their page. */
async function makePdf(pages: readonly boolean[]): Promise<Buffer> {
  const canvas = createCanvas(595, 842);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 595, 842);
  context.fillStyle = 'black';
  // No lines of letters, which the recogniser that is told has no need of, and too low for a filled field.
  for (let line = 0; line < 8; line += 1) context.fillRect(72 + ((line * 37) % 50), 90 + line * 30, 300, 7);
  const png = await canvas.encode('png');
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, compress: false });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
  });
  for (const isText of pages) {
    pdf.addPage();
    if (isText) pdf.fontSize(11).text('Check the coupling of the pump P-101A each week and note what was found.');
    else pdf.image(png, 0, 0, { width: 595, height: 842 });
  }
  pdf.end();
  return whole;
}

interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
  readonly from?: ResumePoint;
  readonly words?: readonly KnownWord[];
}

async function read(path: string, options: ReadOptions = {}) {
  const recogniser = knownTexts(() => options.words ?? SCAN);
  const input = { ...readRequest(path, options.limits), grammar: siteGrammar([]), recogniser };
  const survey = await pdfParser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of pdfParser.segment(input, survey, options.from)) chunks.push(chunk);
  const passages: readonly Passage[] = chunks.flatMap((chunk) => chunk.passages);
  return { survey, chunks, passages, recogniser, ...pdfParser.conclude(survey, (chunks.at(-1) ?? options.from)?.carry) };
}

function pageOf({ anchors }: Passage): number {
  return anchors[0]?.kind === 'page' ? anchors[0].page : 0;
}

describe('a PDF with scanned pages', () => {
  it('is read page by page: text where there is text, and what is recognised where there is none', async () => {
    const { passages, outcome, report, chunks, survey } = await read(
      await temporaryFile('mixed.pdf', await makePdf([true, false, true, false])),
    );
    expect(outcome).toBe('visible');
    expect(report).toMatchObject({ pages: { total: 4, text: 4, unread: 0 }, recognised: { pages: 2, engine: 'known texts 1' } });
    expect(chunks.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(survey.total).toBe(4);
    const scanned = passages.filter((passage) => pageOf(passage) === 2);
    expect(scanned.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '3.2 轴承温度'],
      ['paragraph', '轴承温度不得超过 80 °C，否则停机。'],
      ['paragraph', 'The limit of P-101A is 85 N·m.'],
    ]);
    expect(scanned.every(({ recognition }) => recognition?.method === 'ocr')).toBe(true);
    expect(passages.filter((passage) => pageOf(passage) === 1).some(({ recognition }) => recognition !== undefined)).toBe(false);
  });

  it.each([
    ['Cooling water skid: operation manual', 'Rev. C'],
    ['冷却水撬装：运行手册', '版次 C'],
  ])('knows what stands at the head and foot of each page, that of the first ones by those after them: %s', async (head, foot) => {
    const words = [{ text: head, x: 72, y: 40, size: 9 }, ...SCAN, { text: foot, x: 72, y: 800, size: 9 }];
    const { chunks, passages } = await read(await temporaryFile('headed.pdf', await makePdf([false, false, false, false])), { words });
    const excluded = chunks.flatMap((chunk) => chunk.excluded).filter(({ reason }) => reason.startsWith('running-'));
    for (const said of [head, foot]) {
      expect(passages.filter(({ text }) => text.includes(said))).toEqual([]);
      const left = excluded.filter(({ text }) => text.includes(said));
      expect(left.map(({ anchor }) => (anchor.kind === 'page' ? anchor.page : 0))).toEqual([1, 2, 3, 4]);
    }
  });

  it('goes on at the page after the one that was committed last, and recognises no page twice', async () => {
    const path = await temporaryFile('scans.pdf', await makePdf([false, false, false]));
    const whole = await read(path);
    expect(whole.chunks).toHaveLength(3);
    expect(whole.recogniser.asked).toBe(3);
    const [first] = whole.chunks;
    if (first === undefined) throw new Error('the scans have no chunk');
    // Another process: the survey is known, its pages are not.
    const recogniser = knownTexts(() => SCAN);
    const input = { ...readRequest(path), grammar: siteGrammar([]), recogniser };
    const survey = { ...whole.survey };
    const rest: SegmentChunk[] = [];
    for await (const chunk of pdfParser.segment(input, survey, { ordinal: first.ordinal, carry: first.carry })) rest.push(chunk);
    expect(rest).toEqual(whole.chunks.slice(1));
    expect(recogniser.asked).toBe(2);
  });

  it('says what it is by its first page, also where that is a scan', async () => {
    const { survey } = await read(await temporaryFile('scans.pdf', await makePdf([false, true])));
    expect(survey.properties).toMatchObject({ title: '3.2 轴承温度', pages: 2 });
  });

  it('stays unread, as ever, where nothing recognises', async () => {
    const path = await temporaryFile('scans.pdf', await makePdf([false, false]));
    expect((await readWhole(pdfParser, path)).conclusion).toMatchObject({ outcome: 'unread-scan', report: { pages: { unread: 2 } } });
    expect(await read(path, { limits: { maxRecognisedPages: 0 } })).toMatchObject({ outcome: 'unread-scan', passages: [] });
    expect(await read(path, { limits: { maxRecognisedPages: 1 } })).toMatchObject({ outcome: 'partial', report: { pages: { unread: 1 } } });
  });
});
