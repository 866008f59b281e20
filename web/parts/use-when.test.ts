import { expect, it } from 'vitest';
import { whenWriter } from './use-when.ts';

const INSTANT = '2026-11-28T20:05:59.000Z';

it('writes an instant in the reader’s own zone, which is named, in both languages', () => {
  expect(whenWriter('en', 'Asia/Shanghai')(INSTANT)).toBe('29 Nov 2026, 04:05 GMT+8');
  expect(whenWriter('zh', 'Asia/Shanghai')(INSTANT)).toBe('2026年11月29日 GMT+8 04:05');
  expect(whenWriter('en', 'America/St_Johns')(INSTANT)).toBe('28 Nov 2026, 16:35 GMT-3:30');
});
