import { describe, expect, test } from 'vitest';
import { makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const BASE = 100;

/** Two words with room for an underscore between them, and a rule in it that stands `up` points above the base line. */
async function textOf(before: string, after: string, drawn: 'stroked' | 'filled', up: number): Promise<readonly string[]> {
  const { passages } = await readPdf(
    await makePdf((pen) => {
      pen.addPage().font('regular').fontSize(10).fillColor('black');
      const onLine = (text: string, x: number) => pen.text(text, x, BASE, { lineBreak: false, baseline: 'alphabetic' });
      onLine(before, 60);
      const x = 60 + pen.widthOfString(before);
      onLine(after, x + 4);
      rule(pen, x + 0.5, BASE - up, drawn);
    }),
  );
  return passages.map(({ text }) => text);
}

function rule(pen: Pen, x: number, y: number, drawn: 'stroked' | 'filled'): void {
  if (drawn === 'filled') pen.rect(x, y - 0.4, 3, 0.4).fill();
  else
    pen
      .moveTo(x, y)
      .lineTo(x + 3, y)
      .lineWidth(0.4)
      .stroke();
}

describe('a rule that a PDF draws between letters', () => {
  test.each([
    ['Run make', 'tables first', 'stroked'],
    ['运行 make', 'tables 之后', 'filled'],
  ] as const)('is an underscore on the base line (%s)', async (before, after, drawn) => {
    expect(await textOf(before, after, drawn, 0)).toEqual([`${before}_${after}`]);
  });

  test('is none above it or under a letter', async () => {
    expect(await textOf('Run make', 'tables', 'stroked', 3)).toEqual(['Run make tables']);
    expect(await textOf('Run mak', '', 'stroked', -2)).toEqual(['Run mak']);
  });
});
