import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const TEXTS = {
  en: {
    small: 'Registers hold what was written last until the supply of the board is taken away or the board is reset by its pin.',
    version: ['Version 01', 'Released: 23 Nov, 2015', 'First edition.'],
    warning: ['WARNING', '!', 'The casing is under pressure until the drain is open.'],
  },
  zh: {
    small: '寄存器一直保持最后一次写入的内容，直到电路板断电或者通过其复位引脚复位为止，断电之后所有内容均丢失。',
    version: ['版本01', '发布日期：2015年11月23日', '首次发布。'],
    warning: ['警告', '！', '打开排放阀之前泵壳内一直有压力。'],
  },
} as const;

/** Small print that most of the document is, so that its running text is larger. */
function smallPrint(pen: Pen, text: string): void {
  for (let y = 300; y < 780; y += 12) line(pen, [...text].slice(0, /\p{sc=Han}/u.test(text) ? 42 : 100).join(''), 60, y, 8);
}

describe('text that is set larger than most of its document', () => {
  test.each(['en', 'zh'] as const)('is no title where it says the date of something (%s)', async (language) => {
    const { version, small } = TEXTS[language];
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        for (const [at, text] of version.entries()) line(pen, text, 60, 60 + at * 14, 12, at === 0 ? 'bold' : 'regular');
        smallPrint(pen, small);
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([version[0]]);
  });
});

describe('a sign drawn between a signal word and what it warns of', () => {
  test.each(['en', 'zh'] as const)('is left out of the warning, which keeps its words (%s)', async (language) => {
    const { warning, small } = TEXTS[language];
    const { passages, excluded } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        for (const [at, text] of warning.entries()) line(pen, text, 60, 60 + at * 14, 10, at === 0 ? 'bold' : 'regular');
        smallPrint(pen, small);
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'warning').map(({ text }) => text)).toEqual([expect.stringContaining(warning[2])]);
    expect(passages.some(({ text }) => text.includes(warning[1]) && text.includes(warning[0]))).toBe(false);
    expect(excluded).toContainEqual(expect.objectContaining({ text: warning[1], reason: 'picture-label' }));
  });
});
