import { describe, expect, it } from 'vitest';
import { makePiece } from '../../layout/pieces.ts';
import { type Row, rowsOf, rowText } from '../../layout/rows.ts';
import { indexRows } from './index-list.ts';

/** A page of rows, each of one piece or of two in two columns. */
function pageOf(lines: readonly (readonly string[])[]): readonly Row[] {
  const pieces = lines.flatMap((texts, line) =>
    texts.flatMap((text, column) => {
      const [left, y1] = [72 + column * 250, 100 + line * 14];
      const glyphs = [...text].map((sign, index) => ({
        ...{ text: sign, x0: left + index * 5, x1: left + index * 5 + 5, y0: y1 - 10, y1, baseline: y1 - 2, size: 10 },
        ...{ bold: false, turned: false },
      }));
      return makePiece(glyphs) ?? [];
    }),
  );
  return rowsOf(pieces);
}
const ENGLISH = [
  ['A', 'H'],
  ['alarm, 43', 'heat exchanger, 12, 45'],
  ['axis, 43', 'hose, 45'],
  ['B', 'I'],
  ['backlash, 43', 'impeller, 46–48'],
  ['ball nut, 44', 'inlet valve, 46'],
];

describe('indexRows', () => {
  it('takes names with their pages in the order of their letters for an index, with the letters above them', () => {
    expect(indexRows(pageOf(ENGLISH)).map(rowText)).toEqual(ENGLISH.map((texts) => texts.join(' ')));
    const chinese = [
      ['安全阀，12'],
      ['泵，3、15'],
      ['齿轮箱，20'],
      ['电机，8'],
      ['阀门，12'],
      ['管路，9'],
      ['检修，31'],
      ['联轴器，18'],
      ['密封，14'],
    ];
    expect(indexRows(pageOf(chinese)).map(rowText)).toEqual(chinese.flat());
  });

  it('leaves a list of parts in another order, few entries, and text that names numbers', () => {
    const parts = ['impeller, 12', 'bolt, 8', 'washer, 8', 'casing, 1', 'gland, 2', 'shaft, 1', 'key, 1', 'bearing, 2', 'cover, 1'];
    expect(indexRows(pageOf(parts.map((text) => [text])))).toEqual([]);
    expect(indexRows(pageOf(ENGLISH.slice(0, 3)))).toEqual([]);
    const text = [...ENGLISH.slice(0, 3), ...Array.from({ length: 9 }, () => ['The pump is started by hand.'])];
    expect(indexRows(pageOf([...text, ...ENGLISH.slice(3)]))).toEqual([]);
  });
});
