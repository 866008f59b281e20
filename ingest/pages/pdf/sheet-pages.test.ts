import { describe, expect, it } from 'vitest';
import { drawSkid, makeSkid, writeSheetPdf } from '../../../datasets/index.ts';
import { makePdf as makeFile, page, stream } from '../../../eval/fuzz/make-pdf.ts';
import { sheetOf } from '../../../kernel/index.ts';
import { readFromEveryChunk, readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';
import { pdfParser } from './pdf-parser.ts';

/** Seeds of a skid in each language. */
const SEEDS = { zh: 2, en: 301 } as const;

const skidFile = async (language: 'zh' | 'en') => {
  const skid = makeSkid(SEEDS[language]);
  expect(skid.language).toBe(language);
  return { skid, path: await temporaryFile('set.pdf', await writeSheetPdf(drawSkid(skid), skid)) };
};

/** A sheet of A4: frame, title block at the foot, a valve between a tank and a pump. */
function drawSheet(pen: Pen, number: string, more: (pen: Pen) => void = () => undefined): void {
  pen.addPage({ size: 'A4', layout: 'landscape', margin: 0 });
  pen.rect(10, 10, 820, 570).stroke();
  pen.rect(100, 200, 60, 90).stroke();
  pen.circle(500, 245, 20).stroke();
  pen.polygon([490, 230], [520, 245], [490, 260]).stroke();
  pen.polygon([300, 238], [320, 252], [320, 238], [300, 252]).stroke();
  pen.moveTo(160, 245).lineTo(300, 245).stroke();
  pen.moveTo(320, 245).lineTo(480, 245).stroke();
  for (const x of [220, 400]) pen.polygon([x, 242], [x + 9, 245], [x, 248]).fill('black');
  for (let at = 0; at < 8; at += 1)
    pen
      .moveTo(600 + 9 * at, 100)
      .lineTo(609 + 9 * at, 112)
      .stroke();
  for (const [text, x, y] of [
    ['TK-101', 110, 300],
    ['HV-102', 292, 258],
    ['P-103', 485, 270],
    ['图号', 560, 530],
    [number, 640, 530],
    ['DWG TITLE', 560, 550],
    ['循环水', 640, 550],
  ] as const)
    line(pen, text, x, y);
  more(pen);
}

const prose = (pen: Pen, title: string) => {
  pen.addPage();
  line(pen, title, 60, 60, 18, 'bold');
  for (let at = 0; at < 12; at += 1)
    line(pen, `The pump P-103 is started from the panel once the valve is open, step ${at}.`, 60, 100 + 16 * at);
};

describe('pages that are sheets of a drawing', () => {
  it.each(['zh', 'en'] as const)(
    'say what a drawing says: title block, revisions, tags and how they are connected (%s)',
    async (language) => {
      const { skid, path } = await skidFile(language);
      const { survey, passages, conclusion } = await readWhole(pdfParser, path);
      const [first, second] = skid.sheets;
      expect(survey.properties).toMatchObject({
        documentNumber: first?.number,
        title: skid.title,
        revision: skid.revisions.at(-1)?.label,
        pages: 2,
      });
      expect(conclusion).toMatchObject({ outcome: 'visible', report: { pages: { total: 2, text: 2, unread: 0 } } });
      const sheets = [...new Set(passages.map(sheetOf))];
      expect(sheets).toHaveLength(2);
      for (const [at, sheet] of [first, second].entries()) {
        const own = passages.filter((passage) => sheetOf(passage) === sheets[at]);
        expect(new Set(own.flatMap(({ anchors }) => anchors.map((anchor) => (anchor.kind === 'page' ? anchor.page : 0))))).toEqual(
          new Set([at + 1]),
        );
        expect(own.map(({ text }) => text)).toContainEqual(expect.stringMatching(new RegExp(`\\t${sheet?.number}$`, 'u')));
        expect(own.flatMap(({ structure }) => (structure.drawn ?? []).filter(({ kind }) => kind === 'feeds')).length).toBeGreaterThan(3);
      }
    },
  );

  it('are cited where their words stand, however the sheet is turned', async () => {
    const { path } = await skidFile('en');
    const { passages } = await readWhole(pdfParser, path);
    for (const { anchors, text } of passages)
      for (const anchor of anchors) {
        const boxes = anchor.kind === 'page' ? anchor.boxes : [];
        expect([text, boxes.length > 0]).toEqual([text, true]);
        for (const { x0, y0, x1, y1 } of boxes) expect([text, x1 > x0, y1 > y0, x0 > 0, y0 > 0]).toEqual([text, true, true, true, true]);
      }
  });

  it('are read alike from every chunk on', async () => {
    const { path } = await skidFile('zh');
    for (const { rest, expected } of await readFromEveryChunk(pdfParser, path)) expect(rest).toEqual(expected);
  });

  it('stand in a manual as a part of it: its sections go on over them, and it is no drawing', async () => {
    const file = await makePdf((pen) => {
      prose(pen, '1 Operation');
      drawSheet(pen, 'CWS-PID-7');
      prose(pen, '2 Maintenance');
      prose(pen, '3 Storage');
    });
    const { survey, passages } = await readPdf(file);
    expect(survey.properties.documentNumber).toBeUndefined();
    const drawn = passages.filter((passage) => sheetOf(passage) !== undefined);
    expect(drawn.map(({ text }) => text)).toEqual(expect.arrayContaining(['图号\tCWS-PID-7', 'TK-101', 'HV-102', 'P-103']));
    expect(drawn.every(({ headings }) => headings.length === 0)).toBe(true);
    const feeds = drawn.flatMap(({ structure }) =>
      (structure.drawn ?? []).flatMap(({ kind, own, other }) => (kind === 'feeds' ? [[own, other]] : [])),
    );
    expect(feeds).toEqual(
      expect.arrayContaining([
        ['TK-101', 'HV-102'],
        ['HV-102', 'P-103'],
      ]),
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      '1 Operation',
      '2 Maintenance',
      '3 Storage',
    ]);
  });

  it('take the stamp that is on them, and the other sheets of the set do not', async () => {
    const file = await makePdf((pen) => {
      drawSheet(pen, 'CWS-PID-7', () => line(pen, '作废', 300, 400, 40));
      drawSheet(pen, 'CWS-PID-8');
    });
    const { passages, conclusion } = await readPdf(file);
    expect(conclusion.report.stamps).toEqual([{ sheet: '1', status: 'void' }]);
    expect(new Set(passages.filter(({ structure }) => structure.stamp === 'void').map(sheetOf))).toEqual(new Set([0]));
  });

  it('leave out what stands on a layer that is off', async () => {
    const shapes = Array.from({ length: 12 }, (_, at) => `${20 * at + 20} 100 m ${20 * at + 30} 120 l S`).join(' ');
    const text = (words: string, x: number, y: number) => `BT /F1 9 Tf ${x} ${y} Td (${words}) Tj ET`;
    const title = [text('DWG NO', 250, 40), text('P-77', 320, 40), text('TITLE', 250, 20), text('SKID', 320, 20)].join(' ');
    const file = makeFile({
      1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> >>',
      3: page('', '/Properties << /A 6 0 R >>'),
      4: stream(`5 5 390 290 re S ${shapes} ${title} ${text('HV-102', 60, 200)} /OC /A BDC ${text('P-999', 60, 220)} EMC`),
      6: '<< /Type /OCG /Name (OLD) >>',
    });
    const { passages, chunks } = await readWhole(pdfParser, await temporaryFile('sheet.pdf', file));
    expect(passages.map(({ text: said }) => said)).toEqual(expect.arrayContaining(['DWG NO\tP-77', 'HV-102']));
    expect(chunks.flatMap(({ excluded }) => excluded.map(({ text: said, reason }) => [said, reason]))).toEqual([['P-999', 'hidden-layer']]);
  });
});

describe('pages with a figure, a form or a frame', () => {
  it('stay pages', async () => {
    const file = await makePdf((pen) => {
      prose(pen, '1 Figure');
      for (let at = 0; at < 40; at += 1) pen.circle(100 + 9 * at, 500, 20).stroke();
      pen.addPage({ size: 'A4', margin: 0 });
      pen.rect(10, 10, 570, 820).stroke();
      for (let at = 0; at < 20; at += 1) pen.rect(50, 100 + 30 * at, 480, 30).stroke();
      for (const [text, x, y] of [
        ['图号', 60, 700],
        ['FORM-12', 160, 700],
        ['TITLE', 60, 670],
        ['Inspection', 160, 670],
      ] as const)
        line(pen, text, x, y);
    });
    const { passages } = await readPdf(file);
    expect(passages.length).toBeGreaterThan(3);
    expect(passages.filter((passage) => sheetOf(passage) !== undefined)).toEqual([]);
  });
});
