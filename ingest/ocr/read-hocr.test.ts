import { expect, it } from 'vitest';
import { readHocr } from './read-hocr.ts';

const character = (box: string, text: string) => `<span class='ocrx_cinfo' title='x_bboxes ${box}; x_conf 99.1'>${text}</span>`;
const file = (lines: string) =>
  `<?xml version="1.0"?><html><head><title></title></head><body><div class='ocr_page' title='image "-"; bbox 0 0 620 190'><p class='ocr_par'>${lines}</p></div></body></html>`;

it('reads lines, words and characters with their boxes, and how surely words were read', () => {
  const word = `<span class='ocrx_word' title='bbox 42 33 126 74; x_wconf 86'>${character('42 33 82 74', '轴')}${character('86 33 126 72', '&lt;')}</span>`;
  const line = `<span class='ocr_header' title="bbox 42 33 424 74; baseline 0.01 -10; x_size 54.4">${word}</span>`;
  expect(readHocr(file(line))).toEqual([
    {
      box: { x0: 42, y0: 33, x1: 424, y1: 74 },
      baseline: 74 - 10 + 0.01 * 191,
      words: [
        {
          box: { x0: 42, y0: 33, x1: 126, y1: 74 },
          confidence: 0.86,
          symbols: [
            { text: '轴', box: { x0: 42, y0: 33, x1: 82, y1: 74 } },
            { text: '<', box: { x0: 86, y0: 33, x1: 126, y1: 72 } },
          ],
        },
      ],
    },
  ]);
});

it('leaves out words and lines of blanks', () => {
  const blank = `<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf 95'>${character('0 0 9 9', ' ')}</span>`;
  expect(readHocr(file(`<span class='ocr_line' title="bbox 0 0 9 9">${blank}</span>`))).toEqual([]);
});

it('refuses what is no XML', () => {
  expect(() => readHocr('<html><p>')).toThrow('unclosed tag');
});
