import { expect, it } from 'vitest';
import { drawingLabel } from './drawing-labels.ts';

it.each([
  ['DWG. NO.:', 'number'],
  ['DWG_NO', 'number'],
  ['DWGNO', 'number'],
  ['REV. NO', 'revision'],
  ['SHEETNO', 'sheet'],
  ['TITLE2', 'title'],
  ['图 号', 'number'],
  ['修订日期', 'date'],
  ['版 次：', 'revision'],
  ['DRAWN BY', undefined],
  ['SCALES', undefined],
])('a field of a title block is known by its label however the words of that are parted: %s', (words, label) => {
  expect(drawingLabel(words)).toBe(label);
});
