import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const PROSE = {
  zh: ['下式给出泵在额定转速下的效率，其中功率以千瓦计：', '由此可见，效率与扬程成正比，而与轴功率成反比。', '额定值'],
  en: [
    'The equation below gives the efficiency of the pump at its rated speed:',
    'So the efficiency grows with the head of the pump and not with its power.',
    'Rated value',
  ],
} as const;

/** A fraction with its bar: what is above and below stands in the middle over it. */
function fraction(pen: Pen, above: string, below: string, x: number, y: number, width: number): void {
  line(pen, above, x + 4, y - 16);
  pen
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.6)
    .stroke();
  line(pen, below, x + 4, y + 1);
}

async function read(draw: (pen: Pen) => void, [before, after]: readonly [string, string, string]) {
  const { passages, excluded, conclusion } = await readPdf(
    await makePdf((pen) => {
      pen.addPage();
      line(pen, before, 60, 100);
      draw(pen);
      line(pen, after, 60, 300);
    }),
  );
  return {
    warnings: conclusion.report.warnings,
    texts: passages.map(({ text }) => text),
    equations: excluded.flatMap(({ reason, text }) => (reason === 'equation' ? [text] : [])),
  };
}

describe.each([
  ['zh', PROSE.zh],
  ['en', PROSE.en],
])('a display equation of a PDF (%s)', (_, prose) => {
  const [before, after, label] = prose;

  test('with signs set over and under its letters is one too, and no table', async () => {
    const { texts, equations } = await read((pen) => {
      const letters = ['n', 'U', 'Cs', 'Rb'];
      letters.forEach((letter, index) => {
        line(pen, String(235 - index), 110 + 60 * index, 170);
        line(pen, letter, 130 + 60 * index, 179);
        line(pen, String(92 - index), 114 + 60 * index, 188);
      });
    }, prose);
    expect(texts).toEqual([before, after]);
    expect(equations).toHaveLength(1);
    for (const part of ['235', 'Cs', '90']) expect(equations[0]).toContain(part);
  });

  test('with a fraction is one thing that was not read, with its number and the line it goes on with', async () => {
    const { texts, equations, warnings } = await read((pen) => {
      line(pen, 'n =', 120, 153);
      fraction(pen, 'Q H', '367 P', 142, 160, 40);
      line(pen, 'x', 188, 153);
      fraction(pen, 'g', '102', 200, 160, 30);
      line(pen, '(2-1)', 480, 153);
      line(pen, '= 0.72', 130, 192);
    }, prose);
    expect(texts).toEqual([before, after]);
    expect(equations).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('Equations')]);
    for (const part of ['n =', 'Q H', '367 P', '102', '(2-1)', '= 0.72']) expect(equations[0]).toContain(part);
  });

  test('of rows between brackets is not read', async () => {
    const { texts, equations } = await read((pen) => {
      line(pen, 'R =', 120, 160);
      line(pen, '(', 145, 160);
      line(pen, ')', 245, 160);
      line(pen, 'cos a', 155, 153);
      line(pen, '-sin a', 205, 153);
      line(pen, 'sin a', 155, 167);
      line(pen, 'cos a', 205, 167);
    }, prose);
    expect(texts).toEqual([before, after]);
    expect(equations).toHaveLength(1);
  });

  test('on one line is read', async () => {
    const { texts, equations } = await read((pen) => line(pen, 'P = U x I', 120, 160), prose);
    expect(texts.join('\n')).toContain('P = U x I');
    expect(equations).toEqual([]);
  });

  test('is no underlined title with a short line below it, and no sum below a column of numbers', async () => {
    const { texts, equations } = await read((pen) => {
      line(pen, label, 60, 150);
      pen.moveTo(60, 163).lineTo(116, 163).lineWidth(0.6).stroke();
      line(pen, '12 bar', 60, 166);
      line(pen, '120', 300, 190);
      line(pen, '250', 300, 204);
      pen.moveTo(298, 219).lineTo(322, 219).lineWidth(0.6).stroke();
      line(pen, '370', 300, 221);
    }, prose);
    expect(equations).toEqual([]);
    expect(texts.join('\n')).toContain('12 bar');
    expect(texts.join('\n')).toContain('370');
  });
});
