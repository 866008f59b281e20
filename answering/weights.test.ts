import { expect, test } from 'vitest';
import { ORIGINS, WEIGHTS } from './weights.ts';

test('every group of tuned numbers says where it comes from', () => {
  expect(Object.keys(ORIGINS).sort()).toEqual(Object.keys(WEIGHTS).sort());
  for (const { data, setBefore, effect } of Object.values(ORIGINS)) {
    expect(Number.isNaN(Date.parse(setBefore))).toBe(false);
    expect([data, effect]).not.toContain('');
  }
});
