import { describe, expect, it } from 'vitest';
import { borderlessTables } from './borderless-table.ts';
import { piecesOf } from './pieces.ts';
import { rowsOf } from './rows.ts';

const SIZE = 10;

/** Rows of cells at the given places, each Chinese sign as wide as the print is high and others half as wide. */
function rowsAt(...rows: readonly (readonly (readonly [x: number, text: string])[])[]) {
  const glyphs = rows.flatMap((cells, at) =>
    cells.flatMap(([x, text]) => {
      const wide = /\p{sc=Han}/u.test(text) ? SIZE : SIZE / 2;
      const y = 100 + at * 12;
      return [...text].map((sign, index) => ({
        ...{ text: sign, size: SIZE, baseline: y, bold: false, turned: false },
        ...{ x0: x + index * wide, x1: x + (index + 1) * wide, y0: y - 8, y1: y + 2 },
      }));
    }),
  );
  return rowsOf(piecesOf(glyphs));
}

describe('borderlessTables', () => {
  it.each([
    [['awidth', 'width of an address'], ['aincr', 'step between two'], ['reset', 'routine that resets'], '4.1.1', 'Awidth and Aincr of it'],
    [['地址宽度', '器件地址的位数'], ['地址增量', '相邻地址之差'], ['复位', '复位程序的地址'], '4.1.1', '地址宽度与地址增量的设置'],
  ] as const)('ends a table at a title close below it, whose number stands apart (%#)', (first, second, third, number, title) => {
    const rows = rowsAt(
      ...[first, second, third].map(
        ([name, says]) =>
          [
            [126, name],
            [198, says],
          ] as const,
      ),
      [
        [90, number],
        [130, title],
      ],
    );
    expect(borderlessTables(rows, []).map(({ from, to, table }) => [from, to, table.rows.length])).toEqual([[0, 3, 3]]);
  });

  it.each([
    [['Proton', 'Neutron', 'Electron'], 'DEFINE the terms', 'Given the notation for a nuclide, DETERMINE the number'],
    [['质子', '中子', '电子'], '说明下列术语的定义', '根据给出的核素符号，求出它的质子数和中子数以及电子数目'],
  ] as const)('takes items with items below them in two columns for no table (%#)', ([one, two, three], terms, wide) => {
    const rows = rowsAt(
      [
        [90, '1.2'],
        [126, terms],
      ],
      [[126, `a. ${one}`]],
      [[126, `b. ${two}`]],
      [
        [90, '1.3'],
        [126, terms],
      ],
      [
        [126, `a. ${one}`],
        [260, `c. ${three}`],
      ],
      [
        [126, `b. ${two}`],
        [260, `d. ${three}`],
      ],
      [
        [90, '1.4'],
        [126, wide],
      ],
    );
    expect(borderlessTables(rows, [])).toEqual([]);
  });
});
