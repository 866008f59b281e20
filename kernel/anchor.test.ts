import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchorsText } from './anchor.ts';

const NUMBER = fc.double({ min: 0, max: 2000, noNaN: true });
const BOX = fc.tuple(NUMBER, NUMBER, NUMBER, NUMBER).map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 }));

describe('anchorsText', () => {
  it('writes boxes in whole hundredths of a point', () => {
    const anchors: Anchor[] = [{ kind: 'page', page: 3, boxes: [{ x0: 1.234, y0: 2, x1: 3.005, y1: 4.5 }] }];
    expect(anchorsText(anchors)).toBe('[{"boxes":[[123,200,301,450]],"kind":"page","page":3}]');
  });

  it('writes the same text for boxes that differ by float noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: -0.001, max: 0.001, noNaN: true }), (hundredths, noise) => {
        const at = (x0: number): Anchor[] => [{ kind: 'drawing', layout: 'Model', entity: '1F', box: { x0, y0: 0, x1: x0 + 1, y1: 1 } }];
        expect(anchorsText(at(hundredths / 100 + noise))).toBe(anchorsText(at(hundredths / 100)));
      }),
    );
  });

  it('tells rows, blocks and entities apart, in Chinese too', () => {
    const anchors: Anchor[] = [
      { kind: 'row', sheet: '工单', row: 1 },
      { kind: 'row', sheet: '工单', row: 1, column: '描述' },
      { kind: 'row', sheet: '工单', row: 1, line: 2 },
      { kind: 'block', path: 'section/1', start: 0, end: 4 },
      { kind: 'block', path: 'section/1', start: 0, end: 5 },
    ];
    expect(new Set(anchors.map((anchor) => anchorsText([anchor]))).size).toBe(anchors.length);
  });

  it('reads as JSON for any boxes', () => {
    fc.assert(
      fc.property(fc.array(BOX), (boxes) => {
        expect(JSON.parse(anchorsText([{ kind: 'page', page: 1, boxes }]))).toHaveLength(1);
      }),
    );
  });
});
