import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

test('the value that was set or taken longest ago makes room', () => {
  const map = new RecentMap<string, number>(2);
  map.set('泵', 1);
  map.set('seal', 2);
  expect(map.get('泵')).toBe(1);
  map.set('阀', 3);
  expect([map.has('泵'), map.has('seal'), map.has('阀')]).toEqual([true, false, true]);
  map.set('泵', 4);
  map.set('motor', 5);
  expect([map.get('泵'), map.get('阀'), map.get('motor')]).toEqual([4, undefined, 5]);
  map.clear();
  expect(map.has('泵')).toBe(false);
});

test('a value that nobody asked for in the time that is given goes when another one comes', () => {
  let now = 0;
  const map = new RecentMap<string, number>(100, { clock: { now: () => now }, milliseconds: 60 });
  map.set('泵', 1);
  map.set('seal', 2);
  now = 50;
  expect(map.get('泵')).toBe(1);
  now = 100;
  expect(map.get('seal')).toBe(2);
  now = 120;
  map.set('阀', 3);
  expect([map.has('泵'), map.has('seal'), map.has('阀'), map.size]).toEqual([false, true, true, 2]);
});
