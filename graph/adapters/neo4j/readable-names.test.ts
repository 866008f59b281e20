import { expect, test } from 'vitest';
import { readableNames } from './readable-names.ts';

test('a tag with names in both languages is shown by its identifier and its Chinese name', () => {
  expect(readableNames(['P-101A', 'circulating pump', '循环水泵', '水泵'], 'key_1')).toEqual({
    name: 'P-101A 循环水泵',
    nameZh: '循环水泵',
    nameEn: 'circulating pump',
    identifiers: ['P-101A'],
  });
});

test('a name in one language only is shown as it is', () => {
  expect(readableNames(['leakage'], 'key_1')).toEqual({ name: 'leakage', nameZh: null, nameEn: 'leakage', identifiers: [] });
  expect(readableNames(['轴承过热'], 'key_1')).toEqual({ name: '轴承过热', nameZh: '轴承过热', nameEn: null, identifiers: [] });
});

test('what has no name of words is shown by what there is', () => {
  expect(readableNames([], 'key_1').name).toBe('key_1');
  expect(readableNames(['※'], 'key_1').name).toBe('※');
});
