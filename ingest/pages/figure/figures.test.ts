import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { type KnownWord, knownTexts } from '../../ocr/known-texts.test-support.ts';
import type { ReadLimits, ResumePoint, SegmentChunk } from '../../parser/document-parser.ts';
import { readRequest } from '../../test-support/read-whole.ts';
import { line, makePdf, type Pen } from '../pdf/make-pdf.test-support.ts';
import { pdfParser } from '../pdf/pdf-parser.ts';

const ALARM: readonly KnownWord[] = [
  { text: '报警画面 Alarm list', x: 20, y: 40, size: 12 },
  { text: 'E-17 Motor overload 电机过载', x: 20, y: 56, size: 12 },
];
const CALLOUTS: readonly KnownWord[] = [
  ...[1, 2, 3, 4].map((mark): KnownWord => ({ text: String(mark), x: 40 * mark, y: 30 * mark, size: 9 })),
  ...['A', '45 mm', 'Motor'].map((text, at): KnownWord => ({ text, x: 220, y: 40 + 40 * at, size: 9 })),
];

/** A picture of ink on paper, 3:2; `shade` makes another one. */
async function picture(shade = 0, width = 600, height = (width * 2) / 3): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, width);
  context.fillStyle = `rgb(${shade}, 0, 0)`;
  for (let row = 0; row < 5; row += 1) context.fillRect(30, 30 + row * 50, width / 2, 12);
  return canvas.encode('png');
}

/** A page of a section with a place for pictures between two sentences, at y 130 to 330. */
function page(pen: Pen, title: string, body: readonly [string, string] = ['Look at the panel.', '复位后再起动。']): Pen {
  pen.addPage();
  line(pen, title, 60, 60, 16, 'bold');
  line(pen, body[0], 60, 100);
  line(pen, body[1], 60, 360);
  return pen;
}

const PLACE = { width: 300, height: 200 } as const;

async function read(
  path: string,
  words: readonly KnownWord[] | 'out-of-time' = ALARM,
  { limits = {}, from }: { readonly limits?: Partial<ReadLimits>; readonly from?: ResumePoint } = {},
) {
  const recogniser = knownTexts(() => words);
  const input = { ...readRequest(path, limits), grammar: siteGrammar([]), recogniser };
  const survey = await pdfParser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of pdfParser.segment(input, survey, from)) chunks.push(chunk);
  const passages: readonly Passage[] = chunks.flatMap((chunk) => chunk.passages);
  const excluded = chunks.flatMap((chunk) => chunk.excluded);
  return { chunks, passages, excluded, asked: recogniser.asked, ...pdfParser.conclude(survey, (chunks.at(-1) ?? from)?.carry) };
}

function recognised(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap(({ text, recognition }) => (recognition === undefined ? [] : [text]));
}

describe('a picture on a page of text', () => {
  it('is read where it stands, in its section, each line with how it was recognised and its place on the page', async () => {
    const screen = await picture();
    const path = await makePdf((pen) => page(pen, '3 Alarms 报警').image(screen, 60, 130, PLACE));
    const { passages, outcome, report } = await read(path);
    expect(outcome).toBe('visible');
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '3 Alarms 报警'],
      ['paragraph', 'Look at the panel.'],
      ['paragraph', '报警画面 Alarm list'],
      ['paragraph', 'E-17 Motor overload 电机过载'],
      ['paragraph', '复位后再起动。'],
    ]);
    const [title, , alarm, , after] = passages;
    expect(alarm?.headings).toEqual(['3 Alarms 报警']);
    expect(alarm?.structure.section).toBe(title?.order);
    expect(alarm?.recognition).toMatchObject({ method: 'ocr', engine: 'known texts 1' });
    expect(after?.recognition).toBeUndefined();
    const boxes = alarm?.anchors.flatMap((anchor) => (anchor.kind === 'page' && anchor.page === 1 ? anchor.boxes : [])) ?? [];
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.x0).toBeCloseTo(80, 0);
    expect(boxes[0]?.y1).toBeCloseTo(170, 0);
    expect(report).toMatchObject({ pages: { text: 1, unread: 0 }, recognised: { pages: 1, engine: 'known texts 1' }, warnings: [] });
  });

  it('of several strips is one', async () => {
    const strip = await picture(0, 600, 100);
    const path = await makePdf((pen) => {
      page(pen, '3 Alarms');
      for (let at = 0; at < 4; at += 1) pen.image(strip, 60, 130 + 50 * at, { width: 300, height: 50 });
    });
    const { asked, passages } = await read(path);
    expect([asked, recognised(passages)]).toEqual([1, ['报警画面 Alarm list', 'E-17 Motor overload 电机过载']]);
  });

  it('has no callouts among what is said, but lists them as left out', async () => {
    const drawing = await picture();
    const path = await makePdf((pen) => page(pen, '4 零件 Parts').image(drawing, 60, 130, PLACE));
    const alone = await read(path, CALLOUTS);
    expect(recognised(alone.passages)).toEqual([]);
    expect(alone.asked).toBe(0);
    const besideText = await read(path, [...CALLOUTS, { text: 'Turn the pump by hand before it is started.', x: 20, y: 180, size: 9 }]);
    expect(recognised(besideText.passages)).toEqual(['Turn the pump by hand before it is started.']);
    expect(besideText.excluded.filter(({ reason }) => reason === 'picture-label').map(({ text }) => text)).toEqual([
      ...['1', 'A', '2', '45 mm', '3', '4 Motor'],
    ]);
  });

  it('that lies under text, or is small, is not read', async () => {
    const [paper, sign] = [await picture(), await picture(40)];
    const path = await makePdf((pen) => {
      pen.addPage().image(paper, 40, 40, { width: 500, height: 760 });
      for (let row = 0; row < 36; row += 1)
        line(pen, '检查泵的联轴器并记录。Check the coupling of the pump and note it at once.', 60, 60 + row * 20);
      page(pen, '5 Signs').image(sign, 60, 130, { width: 40, height: 27 });
    });
    const { asked, passages, report } = await read(path);
    expect([asked, recognised(passages), report.warnings]).toEqual([0, [], []]);
  });

  it('is not read where it keeps its place on page after page, and once where it stands elsewhere again', async () => {
    const [logo, screen] = [await picture(), await picture(80)];
    const path = await makePdf((pen) => {
      for (const [at, title] of ['1 Start', '2 停机', '3 Alarms', '4 Parts'].entries()) {
        page(pen, title).image(logo, 400, 20, { width: 120, height: 80 });
        if (at > 1) pen.image(screen, 60, 130 + 10 * at, { width: 300, height: 180 });
      }
    });
    const { asked, passages, chunks } = await read(path);
    expect(asked).toBe(1);
    expect(passages.filter(({ recognition }) => recognition !== undefined).map(({ headings }) => headings.at(-1))).toEqual([
      '3 Alarms',
      '3 Alarms',
    ]);
    expect(chunks.map(({ done }) => done)).toEqual([2, 3, 4]);
    const second = chunks[1];
    if (second === undefined) throw new Error('the manual has too few chunks');
    expect((await read(path, ALARM, { from: { ordinal: second.ordinal, carry: second.carry } })).chunks).toEqual(chunks.slice(2));
  });

  it('that cannot be read is told by its page, and all else is read', async () => {
    const canvas = createCanvas(600, 400);
    const whole = await canvas.encode('jpeg', 80);
    const [frame, scan] = [0xc0, 0xda].map((mark) => whole.indexOf(Buffer.from([0xff, mark])));
    const withoutTables = Buffer.concat([whole.subarray(0, (frame ?? 0) + 19), whole.subarray(scan)]);
    const path = await makePdf((pen) => {
      page(pen, '1 Torques 力矩').image(withoutTables, 60, 130, PLACE);
      page(pen, '2 Storage');
    });
    const { outcome, passages, report } = await read(path);
    expect(outcome).toBe('visible');
    expect(passages.map(({ text }) => text)).toContain('2 Storage');
    expect(report.warnings).toEqual(['Pictures on page 1 are not read: their data are damaged.']);
  });

  it('is told by its page where nothing recognises it, where it takes too long, and beyond the number that is read', async () => {
    const [one, other] = [await picture(), await picture(80)];
    const path = await makePdf((pen) => {
      page(pen, '1 起动').image(one, 60, 130, PLACE);
      page(pen, '2 Alarms').image(other, 60, 130, PLACE);
    });
    expect((await read(path, 'out-of-time')).report.warnings).toEqual([
      'Pictures on pages 1, 2 are not read: their text could not be recognised.',
    ]);
    const bounded = await read(path, ALARM, { limits: { maxRecognisedPages: 1 } });
    expect(bounded.report.warnings).toEqual([
      'Pictures on page 2 are not read: the document has more of them than are read; upload its parts.',
    ]);
    expect(recognised(bounded.passages)).toHaveLength(2);
  });
});
