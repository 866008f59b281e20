import { describe, expect, test } from 'vitest';
import { line, makePdf, readPdf } from './make-pdf.test-support.ts';
import { makeType3Pdf } from './type3-pdf.test-support.ts';

describe('signs that a font maps to nothing', () => {
  test.each([
    ['en', 'Torque \uE123 48 N·m'],
    ['zh', '扭矩 \uE123 48 N·m'],
  ])('are in no passage, but excluded and told with their pages (%s)', async (_, text) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, 'Page one 第一页', 60, 100);
      pen.addPage();
      line(pen, text, 60, 100);
    });
    const { passages, excluded, conclusion } = await readPdf(path);
    expect(passages.map((passage) => passage.text).join('')).not.toContain('\uE123');
    expect(excluded.map(({ reason }) => reason)).toContain('unmapped-glyphs');
    expect(conclusion.report.warnings).toEqual([expect.stringContaining('quoted from page 2.')]);
  });
});

describe('a font of drawings whose glyphs are only counted', () => {
  const ampersand = 0x26;
  const bell = 0x07;

  test('gives no letters: its signs are listed as unread, and one that stands alone before words is a bullet', async () => {
    const path = await makeType3Pdf(
      [bell, ampersand],
      [
        { font: 'text', text: 'Points to look at:', x: 60, y: 760 },
        { font: 'sign', text: '&', x: 60, y: 730 },
        { font: 'text', text: 'Oil level of the pump', x: 96, y: 730 },
        { font: 'sign', text: '&', x: 60, y: 700 },
        { font: 'text', text: 'Noise of the bearing at 68', x: 96, y: 700 },
        { font: 'sign', text: '&', x: 243, y: 700 },
        { font: 'text', text: 'F', x: 252, y: 700 },
      ],
    );
    const { passages, excluded } = await readPdf(path);
    expect(passages.map(({ text }) => text)).toEqual(['Points to look at:', 'Oil level of the pump', 'Noise of the bearing at 68 F']);
    expect(passages.map(({ structure }) => structure.list)).toEqual([undefined, 1, 1]);
    expect(excluded.flatMap(({ reason, text }) => (reason === 'unmapped-glyphs' ? [...text] : []))).toHaveLength(3);
  });

  test('of which most codes are letters gives them', async () => {
    const codes = [...'Pump'].map((letter) => letter.charCodeAt(0));
    const path = await makeType3Pdf([bell, ...codes], [{ font: 'sign', text: 'Pump', x: 60, y: 700 }]);
    expect((await readPdf(path)).passages.map(({ text }) => text)).toEqual(['Pump']);
  });

  test('leaves a line of signs without words to the equations', async () => {
    const path = await makeType3Pdf(
      [bell, ampersand],
      [
        { font: 'text', text: 'The rate is found by the flux and the cross section of the core as follows.', x: 60, y: 760 },
        { font: 'sign', text: '&', x: 110, y: 720 },
        { font: 'text', text: '= n v', x: 124, y: 720 },
        { font: 'text', text: 'It is given for one cubic centimetre of the core and for each second.', x: 60, y: 680 },
      ],
    );
    const { passages, excluded } = await readPdf(path);
    expect(passages).toHaveLength(2);
    expect(excluded.flatMap(({ reason, text }) => (reason === 'equation' ? [text] : []))).toEqual(['= n v']);
  });
});
