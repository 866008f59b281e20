import { describe, expect, test } from 'vitest';
import { line, makePdf, readPdf } from './make-pdf.test-support.ts';

describe('a page of two columns', () => {
  const left = [
    'Left one runs over the whole width',
    'of its column and so does the next',
    'line and the third one as well so',
    'that nobody takes this for a table',
    'of two columns when it is prose set',
    'in two columns, read from the left.',
  ];
  const right = [
    'Right one begins after the left one',
    'has ended, at the top of the page',
    'and goes down to the last line that',
    'stands beside the last of the other',
    'column, and that is all there is to',
    'say about it for the present matter.',
  ];

  const leftInChinese = [
    '左栏每行都占满整个栏宽，因此',
    '它与下一行以及再下一行都同样',
    '长，所以没有人会把它当作一张',
    '两列的表格；这是分两栏排版的',
    '正文，应当先读左栏，从上到下',
    '读完左栏之后，再转到右栏去。',
  ];
  const rightInChinese = [
    '右栏在左栏结束之后才开始，从',
    '本页顶部一直排到最后一行，与',
    '左栏的最后一行并排；中间只有',
    '很窄的空白，没有竖线把它们分',
    '开，所以只能看每一行从哪里开',
    '始，才知道它们是两栏的正文。',
  ];

  test.each([
    ['far apart', { texts: [left, right], gutter: 60, lower: 0, say: ['whole width of its column', 'has ended, at the top'] }],
    ['close together', { texts: [left, right], gutter: 6, lower: 0, say: ['whole width of its column', 'has ended, at the top'] }],
    [
      'close together at heights of their own',
      { texts: [left, right], gutter: 6, lower: 5, say: ['whole width of its column', 'has ended, at the top'] },
    ],
    ['close together in Chinese', { texts: [leftInChinese, rightInChinese], gutter: 6, lower: 0, say: ['因此它与下一行', '从本页顶部'] }],
  ])('is read one column after the other: %s', async (_, { texts, gutter, lower, say }) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      const [one = [], other = []] = texts;
      pen.font('regular').fontSize(10);
      const width = Math.max(...one.map((text) => pen.widthOfString(text)));
      one.forEach((text, index) => {
        line(pen, text, 60, 100 + index * 14);
      });
      other.forEach((text, index) => {
        line(pen, text, 60 + width + gutter, 100 + lower + index * 14);
      });
    });
    const { passages } = await readPdf(path);
    const text = passages.map((passage) => passage.text).join(' ');
    for (const words of say) expect(text).toContain(words);
  });
});
