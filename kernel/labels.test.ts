import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsLabels, readLabelList, readLabels } from './labels.ts';

describe('access labels', () => {
  it('are read in one form whatever the order, repeats and spaces', () => {
    expect(readLabelList(' 维修, safety,,safety ,维修')).toEqual(['safety', '维修']);
    expect(readLabels(['e\u0301quipe'])).toEqual(readLabels(['\u00e9quipe']));
    expect(readLabelList('')).toEqual([]);
  });

  it.each(['two words', 'a,b', '-x', '', 'x'.repeat(65), '<b>'])('are refused when they are none: "%s"', (text) => {
    expect(() => readLabels([text])).toThrow('is no access label');
  });

  it('are needed all by who reads', () => {
    fc.assert(
      fc.property(fc.subarray(['a', '乙', 'c']), fc.subarray(['a', '乙', 'c']), (held, labels) => {
        expect(holdsLabels(held, labels)).toBe(labels.filter((label) => held.includes(label)).length === labels.length);
        expect(holdsLabels('all', labels)).toBe(true);
      }),
    );
  });
});
