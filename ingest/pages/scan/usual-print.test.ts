import { describe, expect, it } from 'vitest';
import type { PagePrint } from '../../layout/page-print.ts';
import { inSizes, rememberPrint, type UsualSign, withSignsBefore } from './usual-print.ts';

const signs = (text: string, height: number, stroke = 1): ReadonlyMap<string, UsualSign> =>
  new Map([...text].map((sign) => [sign, { height, stroke, places: 5 }]));
const page = (steps: readonly number[], text = 'a'): PagePrint => ({ signs: inSizes(signs(text, 6), 10), steps });

describe('the print of the pages before', () => {
  it('has the sizes that are surely different', () => {
    expect(rememberPrint(rememberPrint(undefined, page([1, 1.5])), page([1, 1.06, 1.55, 2])).steps).toEqual([1, 1.5, 2]);
  });

  it('has Latin signs and no Chinese ones, the more places the surer', () => {
    const known = rememberPrint(rememberPrint(undefined, page([1], 'ab泵')), { signs: { a: [0.8, null, 5] }, steps: [1] });
    expect(known.signs).toEqual({ a: [0.7, 0.1, 10], b: [0.6, 0.1, 5] });
  });

  it('tells of signs that are rare on a page how large and bold they would be on it', () => {
    const before = inSizes(signs('abcdefgh', 6), 10);
    const own = signs('abcdef', 12, 3);
    expect(withSignsBefore(own, before).get('h')).toEqual({ height: 12, stroke: 3, places: 5 });
    expect(withSignsBefore(signs('ab', 12), before).has('h')).toBe(false);
  });
});
