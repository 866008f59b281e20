import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageOf, rowOf } from './picture.test-support.ts';
import { type MarkedText, picturePassage } from './picture-passage.ts';

const marked = ({ text, marks }: MarkedText): string[] => marks.map(({ start, end }) => text.slice(start, end));

describe('picturePassage', () => {
  it('marks the cited words of a text, and none of a passage around them', () => {
    const passage = passageOf(3, '轴承温度不得超过 80 °C。');
    expect(marked(picturePassage(passage, [{ start: 9, end: 14 }]).content)).toEqual(['80 °C']);
    expect(picturePassage(passage).content.marks).toEqual([]);
  });

  it('marks in a row the cells that the span touches, each by its own words', () => {
    const row = rowOf(0, { 代码: 'A-103', Cause: 'worn bearing', 处理: '更换轴承' });
    const { cells = [] } = picturePassage(row, [{ start: 6, end: row.text.length }]);
    expect(cells.map(({ column, content }) => [column, ...marked(content)])).toEqual([
      ['代码'],
      ['Cause', 'worn bearing'],
      ['处理', '更换轴承'],
    ]);
  });

  it('marks all words that are cited of a row, in their order', () => {
    const row = rowOf(0, { 螺栓: 'M12', Part: 'seal cover', 力矩: '41 N·m' });
    const [first, , last] = row.cells ?? [];
    if (first === undefined || last === undefined) throw new Error('the row has no cells');
    const { cells = [], content } = picturePassage(row, [last, first]);
    expect(cells.flatMap((cell) => marked(cell.content))).toEqual(['M12', '41 N·m']);
    expect(marked(content)).toEqual(['M12', '41 N·m']);
  });

  it('keeps of a text that is too long what stands around the mark, says where it is cut, and tears no character', () => {
    const long = fc.integer({ min: 4_000, max: 9_000 }).map((count) => `${'😀泵a'.repeat(count / 3)}`);
    fc.assert(
      fc.property(long, fc.nat({ max: 3_500 }), fc.integer({ min: 1, max: 300 }), (text, start, length) => {
        const quote = text.slice(start, start + length);
        const { content } = picturePassage(passageOf(0, text), [{ start, end: start + length }]);
        expect(marked(content)).toEqual([quote]);
        expect(content.text.length).toBeLessThan(3_100);
        expect(content.text).toMatch(/…$/u);
        expect(content.text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps of a row with very many cells those around the cited one', () => {
    const row = rowOf(0, Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`c${index}`, `v${index}`])));
    const cell = row.cells?.[321];
    if (cell === undefined) throw new Error('the row has no such cell');
    const { cells = [] } = picturePassage(row, [cell]);
    expect(cells.length).toBeLessThan(60);
    expect(cells.flatMap(({ content }) => marked(content))).toEqual(['v321']);
  });
});
