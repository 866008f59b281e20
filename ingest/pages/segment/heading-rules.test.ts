import { describe, expect, test } from 'vitest';
import { bulletLength, canBeTitle, captionOf, type OpenHeading, openHeading, sectionNumber } from './heading-rules.ts';

describe('sectionNumber', () => {
  test.each([
    ['3.2.1 Seal', 3, '3.2.1'],
    ['4 Specifications', 1, '4'],
    ['3.2安装', 2, '3.2'],
    ['第3章 维护', 1, '第3章'],
    ['第二节 润滑', 2, '第二节'],
    ['一、概述', 1, '一、'],
    ['Chapter 4: Operation', 1, 'Chapter 4:'],
    ['A.1 Tables', 2, 'A.1'],
    ['2.0 Given', 1, '2.0'],
  ])('reads %s', (text, depth, label) => {
    expect(sectionNumber(text)).toMatchObject({ depth, label });
  });

  test.each(['泵的维护', 'Pump', '12.5', '2024年3月'])('finds none in %s', (text) => {
    expect(sectionNumber(text)).toBeUndefined();
  });
});

describe('openHeading', () => {
  const heading = (text: string, size: number, depth?: number): OpenHeading => ({
    text,
    size,
    bold: true,
    ...(depth === undefined ? {} : { depth }),
  });
  const texts = (open: readonly OpenHeading[]) => open.map((one) => one.text);

  test('keeps what outranks the new one: numbering before size', () => {
    const open = openHeading(openHeading([], heading('1', 14, 1)), heading('1.1', 12, 2));
    expect(texts(open)).toEqual(['1', '1.1']);
    expect(texts(openHeading(open, heading('1.2', 16, 2)))).toEqual(['1', '1.2']);
    expect(texts(openHeading(open, heading('2', 14, 1)))).toEqual(['2']);
    expect(texts(openHeading(open, heading('小标题', 11)))).toEqual(['1', '1.1', '小标题']);
  });

  test('keeps the title of a cover around numbered chapters, but not of a scan, whose outline is lost', () => {
    const cover = openHeading([], { ...heading('水泵手册', 20), isTitle: true, page: 1 });
    const chapter = { ...heading('1 概述', 14, 1), page: 3 };
    expect(texts(openHeading(cover, chapter))).toEqual(['水泵手册', '1 概述']);
    expect(texts(openHeading(cover, chapter, true))).toEqual(['1 概述']);
    expect(texts(openHeading(cover, { ...heading('Preface', 14), page: 2 }, true))).toEqual(['水泵手册', 'Preface']);
  });
});

describe('captionOf', () => {
  test.each([
    ['Table 2-1 Signal words', 'table'],
    ['表 3-1 报警表', 'table'],
    ['续表 3-1', 'table'],
    ['图3 泵结构', 'figure'],
    ['Figure 5: Pump', 'figure'],
    ['TABLE 5 Binding energies', 'table'],
    ['TABLE 5', 'table'],
    ['FIGURE 2-3 Pump', 'figure'],
    ['Figure 7: pump with its motor', 'figure'],
  ])('%s is the caption of a %s', (text, of) => {
    expect(captionOf(text)).toBe(of);
  });

  test.each([
    'Table 2 describes the details of the structure.',
    '图3显示了泵的结构。',
    '表1中的数值适用于清水',
    'Tables are ruled',
    'Table 2.',
    '表 2。',
    'Figure 22 graphically depicts that the energy is greater than that of the products',
    'Table 1 that the mass of a neutron is about 1.',
    '图纸',
  ])('%s is none', (text) => {
    expect(captionOf(text)).toBeUndefined();
  });
});

test('a title has letters and does not end as a sentence does', () => {
  expect(canBeTitle('3.2 安装')).toBe(true);
  expect(canBeTitle('Open the valve.')).toBe(false);
  expect(canBeTitle('说明：')).toBe(false);
  expect(canBeTitle('42')).toBe(false);
});

test('a minus before a number is no bullet', () => {
  expect(bulletLength('• 检查油位')).toBe(2);
  expect(bulletLength('- check')).toBe(2);
  expect(bulletLength('-5 °C')).toBeUndefined();
});
