import { describe, expect, test } from 'vitest';
import { ordersNear } from './orders-near.ts';
import type { PassageKind } from './passage.ts';

const KINDS: readonly PassageKind[] = ['paragraph', 'heading', 'paragraph', 'step', 'step', 'step', 'step', 'heading', 'table-row'];

function near(order: number, kinds: readonly PassageKind[] = KINDS): readonly number[] {
  return ordersNear({ order, kind: kinds[order] ?? 'paragraph' }, (at) => kinds[at]);
}

describe('what stands next to a passage', () => {
  test('lies within reach and within its section', () => {
    expect(near(4)).toEqual([2, 3, 5, 6]);
    expect(near(6)).toEqual([3, 4, 5]);
    expect(near(0)).toEqual([]);
    expect(near(8)).toEqual([]);
  });

  test('of a heading is what it opens', () => {
    expect(near(1)).toEqual([2, 3, 4]);
    expect(near(7)).toEqual([8]);
  });

  test('of a row of a log is nothing', () => {
    expect(near(1, ['log-entry', 'log-entry', 'log-entry'])).toEqual([]);
  });
});
