import { expect, it } from 'vitest';
import { measureRate } from './measure-rate.ts';

it('measures each stage from where it began, and a resumed one from its first chunk', () => {
  let time = 1_000;
  const measured = measureRate(() => time);
  const step = (stage: 'survey' | 'read' | 'extract', chunk: number, done: number) => {
    time += 2_000;
    return measured({ stage, chunk, done, total: 900, unit: 'row' }).rate;
  };
  expect([step('survey', 0, 900), step('read', 0, 100), step('read', 1, 400)]).toEqual([450, 50, 100]);
  expect([step('extract', 3, 400), step('extract', 4, 500)]).toEqual([undefined, 50]);
});
