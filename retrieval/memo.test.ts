import { expect, test } from 'vitest';
import { memo } from './memo.ts';

test('a text is worked on once while it is asked for, and again when too many others were asked for since', () => {
  let made = 0;
  const lengthOf = memo<number>(2);
  const ask = (text: string) =>
    lengthOf(text, () => {
      made += 1;
      return text.length;
    });
  expect([ask('泵'), ask('pump'), ask('泵')]).toEqual([1, 4, 1]);
  expect(made).toBe(2);
  expect([ask('seal'), ask('motor'), ask('gear'), ask('泵')]).toEqual([4, 5, 4, 1]);
  expect(made).toBe(6);
});
