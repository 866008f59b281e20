import { expect, it } from 'vitest';
import { isChineseVerb } from './is-chinese-verb.ts';

it.each([
  ['支持', true],
  ['设置', true],
  ['地址', false],
  ['机油', false],
  ['支持地址', false],
  ['', false],
])('a Chinese word is a verb when the dictionary has it as one: %s', (word, isVerb) => {
  expect(isChineseVerb(word)).toBe(isVerb);
});
