import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from './anchor.ts';
import { makeDocumentId, makePassageId, makeVersionId, parseTenantId } from './ids.ts';
import { type GlyphRun, type Passage, spanAnchors } from './passage.ts';

const TENANT = parseTenantId('plant');
if (TENANT === undefined) throw new Error('no tenant');
const VERSION = makeVersionId(makeDocumentId(TENANT, 'test'), '00');

function passage(text: string, anchors: readonly Anchor[], more: Partial<Passage> = {}): Passage {
  const id = makePassageId(VERSION, 'paragraph', '[]', text);
  return {
    id,
    versionId: VERSION,
    kind: 'paragraph',
    text,
    language: 'zh',
    headings: [],
    anchors,
    order: 0,
    structure: {},
    scope: [],
    ...more,
  };
}

function run(start: number, end: number, page: number, y0: number): GlyphRun {
  return { start, end, page, y0, y1: y0 + 10, edges: Array.from({ length: end - start + 1 }, (_, index) => 50 + index * 10) };
}

const TEXT = '关闭阀门 close';
const WHOLE: readonly Anchor[] = [{ kind: 'page', page: 1, boxes: [{ x0: 0, y0: 0, x1: 200, y1: 50 }] }];
const PDF = passage(TEXT, WHOLE, { runs: [run(0, 4, 1, 100), run(5, 10, 2, 20)] });

describe('spanAnchors', () => {
  it('cuts boxes at the edges of the glyphs', () => {
    expect(spanAnchors(PDF, 2, 4)).toEqual([{ kind: 'page', page: 1, boxes: [{ x0: 70, y0: 100, x1: 90, y1: 110 }] }]);
  });

  it('gives an anchor a page, in page order, for a span over two', () => {
    expect(spanAnchors(PDF, 3, 6).map((anchor) => (anchor.kind === 'page' ? anchor.page : 0))).toEqual([1, 2]);
  });

  it('narrows the offsets of a block', () => {
    const block = passage(TEXT, [{ kind: 'block', path: 'p/1', start: 10, end: 20 }]);
    expect(spanAnchors(block, 5, 10)).toEqual([{ kind: 'block', path: 'p/1', start: 15, end: 20 }]);
  });

  it('names the column of a row when one cell is meant and none when several are', () => {
    const cells = [
      { column: '描述', start: 0, end: 4 },
      { column: 'text', start: 5, end: 10 },
    ];
    const row = passage('关闭阀门\tclose', [{ kind: 'row', sheet: '', row: 7 }], { cells });
    expect(spanAnchors(row, 1, 3)).toEqual([{ kind: 'row', sheet: '', row: 7, column: '描述' }]);
    expect(spanAnchors(row, 1, 8)).toEqual([{ kind: 'row', sheet: '', row: 7 }]);
  });

  it('gives the anchors of the passage for an empty span', () => {
    expect(spanAnchors(PDF, 4, 4)).toBe(WHOLE);
    expect(spanAnchors(PDF, 9, 2)).toBe(WHOLE);
  });

  it('keeps every box inside the runs, whatever the offsets', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), fc.integer({ min: -5, max: 20 }), (start, end) => {
        for (const anchor of spanAnchors({ ...PDF, anchors: [] }, start, end)) {
          for (const box of anchor.kind === 'page' ? anchor.boxes : []) {
            expect(box.x0).toBeGreaterThanOrEqual(50);
            expect(box.x1).toBeGreaterThan(box.x0);
            expect(box.x1).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });
});
