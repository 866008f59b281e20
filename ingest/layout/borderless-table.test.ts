import { describe, expect, it } from 'vitest';
import { borderlessTables } from './borderless-table.ts';
import { piecesOf } from './pieces.ts';
import { rowsOf, rowText } from './rows.ts';

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

  it.each([
    ['sim', ['scp.h', 'rev.h', 'tape.h', 'sock.h'], 'x'],
    ['泵房', ['主泵', '备泵', '排水泵', '补水泵'], '有'],
  ] as const)('keeps rows under the name of their group apart, whose cells were not wrapped (%#)', (group, names, mark) => {
    const rows = rowsAt(
      ...names.map((name, at) => {
        const marks = [at === 1 ? [] : [[230, mark] as const], [[290, mark] as const, [350, mark] as const]].flat();
        return at === 0 ? [[90, group] as const, [150, name] as const, ...marks] : [[150, name] as const, ...marks];
      }),
    );
    const [found] = borderlessTables(rows, []);
    expect(found?.table.rows.map(({ cells }) => cells.map(({ lines }) => lines.map(rowText).join('/')))).toEqual(
      names.map((name, at) => [at === 0 ? group : '', name, at === 1 ? '' : mark, mark, mark]),
    );
  });

  it.each([
    ['E-01', ['the pump runs dry as', 'no water is there'], ['open the valve and', 'vent the casing'], 'E-02'],
    ['报警一', ['水泵入口没有水所以', '水泵干转'], ['打开入口阀门并且排', '出泵内的空气'], '报警二'],
  ] as const)('joins the lines of cells that were wrapped (%#)', (first, [cause, more], [remedy, rest], second) => {
    const rows = rowsAt(
      ...[first, second, first].flatMap((name) => [
        [[90, name] as const, [150, cause] as const, [270, remedy] as const, [390, '7'] as const],
        [[150, more] as const, [270, rest] as const],
      ]),
    );
    expect(borderlessTables(rows, [])[0]?.table.rows).toHaveLength(3);
  });
});
