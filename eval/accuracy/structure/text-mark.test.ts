import { expect, it } from 'vitest';
import { textMark } from './text-mark.ts';

it('gives texts that open alike one mark, whatever their width, case and blanks', () => {
  const long = 'The pump must be stopped before the cover is taken off.';
  expect(textMark(long)).toBe(textMark(`the  PUMP\nmust be stopped before something else`));
  expect(textMark('轴承 | 75 ℃')).toBe(textMark('轴承\t７５℃'));
  expect(textMark('轴承')).not.toBe(textMark('机壳'));
  expect(textMark(long)).toMatch(/^[0-9a-f]{16}$/);
});
