import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermStatistics } from '../kernel/index.ts';
import { bm25 } from './bm25.ts';

const statistics: TermStatistics = {
  passages: 1000,
  averageLength: 20,
  frequency: new Map([
    ['轴承', 100],
    ['bear', 100],
    ['停机', 10],
  ]),
};

describe('bm25', () => {
  test('equals the formula worked out by hand', () => {
    const passage = ['轴承', '过热', '停机', '轴承', ...Array.from({ length: 16 }, () => '其他')];
    const expected = Math.log(1 + 900.5 / 100.5) * ((2 * 2.2) / (2 + 1.2)) + Math.log(1 + 990.5 / 10.5) * ((1 * 2.2) / (1 + 1.2));
    expect(bm25(['轴承', '停机'], statistics)(passage)).toBeCloseTo(expected, 10);
  });

  test('prefers the rarer word and the shorter passage', () => {
    expect(bm25(['轴承', '停机'], statistics)(['停机'])).toBeGreaterThan(bm25(['轴承', '停机'], statistics)(['轴承']));
    expect(bm25(['bear'], statistics)(['bear'])).toBeGreaterThan(bm25(['bear'], statistics)(['bear', 'other', 'words']));
  });

  test('is zero without a common token and never negative, however common a token is', () => {
    const token = fc.constantFrom('轴承', 'bear', '停机', 'x');
    fc.assert(
      fc.property(fc.array(token), fc.array(token), fc.nat(1000), (question, passage, frequency) => {
        const score = bm25(question, { ...statistics, frequency: new Map([['x', frequency]]) })(passage);
        const isShared = question.some((one) => passage.includes(one));
        expect(score > 0).toBe(isShared);
      }),
    );
  });
});
