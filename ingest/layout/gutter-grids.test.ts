import { describe, expect, it } from 'vitest';
import type { Box } from '../../kernel/index.ts';
import type { Glyph, PageContent, Stroke } from './glyph.ts';
import { tableGrids } from './gutter-grids.ts';

const SIZE = 10;

/** A row of cells that begin at the given places, each sign as wide as the print is high. */
function row(y: number, cells: readonly (readonly [x: number, text: string])[]): readonly Glyph[] {
  return cells.flatMap(([x, text]) =>
    [...text].map(
      (sign, index): Glyph => ({
        ...{ text: sign, size: SIZE, baseline: y, bold: false, turned: false },
        ...{ x0: x + index * SIZE, x1: x + (index + 1) * SIZE, y0: y - SIZE, y1: y },
      }),
    ),
  );
}

const rule = (at: number, to = 400): Stroke => ({ at, from: 90, to });

function columnsOf(
  level: readonly Stroke[],
  glyphs: readonly Glyph[],
  made: 'scan' | 'drawn' = 'scan',
  fills: readonly Box[] = [],
): readonly (readonly number[])[] {
  const content: PageContent = {
    ...{
      page: 1,
      width: 595,
      height: 842,
      glyphs,
      level,
      upright: [],
      fills,
      marks: [],
      signs: [],
      imageShare: 1,
      leftOut: [],
      unmapped: 0,
    },
    ...(made === 'scan' ? { recognised: { engine: 'test', shown: (box) => box } } : {}),
  };
  return tableGrids(content, level, glyphs).map(({ xs }) => xs);
}

const HEADER = row(40, [
  [95, '参数'],
  [150, '含义'],
  [250, '默认值'],
]);
const FLOW = row(60, [
  [95, '流量'],
  [150, '泵的额定流量'],
  [250, '否'],
]);
const HEAD = row(80, [
  [95, '扬程'],
  [150, '泵的扬程'],
  [250, '是'],
]);

describe('level lines in one piece on a scan', () => {
  it('part the rows of a table whose columns are where no row has print', () => {
    expect(columnsOf([rule(45), rule(65)], [...HEADER, ...FLOW, ...HEAD])).toEqual([[90, 147, 247, 400]]);
  });

  it('part a header of three columns from its only row', () => {
    expect(columnsOf([rule(45)], [...HEADER, ...FLOW])).toEqual([[90, 147, 247, 400]]);
  });

  it('part a header from all rows below it that no line parts, up to a title', () => {
    const wider = row(80, [
      [95, '扬程'],
      [150, '泵的扬程'],
      [230, '三十二米'],
    ]);
    const title = row(100, [[95, '技术数据和限值']]).map((glyph) => ({ ...glyph, size: 14 }));
    expect(columnsOf([rule(45)], [...HEADER, ...FLOW, ...wider, ...title])).toEqual([[90, 147, 227, 400]]);
  });

  it('part rows from a header whatever size a scan makes their print, but for a title', () => {
    const large = FLOW.map((glyph) => ({ ...glyph, size: 13 }));
    expect(columnsOf([rule(45)], [...HEADER, ...large, ...HEAD])).toEqual(columnsOf([rule(45)], [...HEADER, ...FLOW, ...HEAD]));
  });

  it('part a header whose names stand in several lines, and rows whose cells do, from one another', () => {
    const header = [
      ...row(16, [[250, '默']]),
      ...row(28, [[250, '认']]),
      ...HEADER.filter(({ x0 }) => x0 < 250),
      ...row(40, [[250, '值']]),
    ];
    const middle = [...row(60, [[250, '上一']]), ...row(72, [[95, '流量']]), ...row(78, [[150, '额定流量']]), ...row(84, [[250, '全局']])];
    const last = [
      ...row(112, [
        [95, '扬程'],
        [150, '泵的扬程'],
      ]),
    ];
    expect(columnsOf([rule(45), rule(89)], [...header, ...middle])).toEqual([[90, 147, 247, 400]]);
    expect(columnsOf([rule(45), rule(89), rule(117)], [...header, ...middle, ...last])).toEqual([[90, 147, 247, 400]]);
  });

  it('are one where a part of a line is found beside it, as of one that is hardly askew', () => {
    const parts = [45, 65, 85].map((at): Stroke => ({ at: at + 0.5, from: 300, to: 400 }));
    expect(columnsOf([rule(45), rule(65), rule(85), ...parts], [...HEADER, ...FLOW, ...HEAD])).toEqual([[90, 147, 247, 400]]);
  });

  it('may wander to one side from top to bottom, as on a page that was askew', () => {
    const wandering = [45, 65, 85].map((at, index): Stroke => ({ at, from: 86 + 3 * index, to: 396 + 3 * index }));
    expect(columnsOf(wandering, [...HEADER, ...FLOW, ...HEAD])).toEqual([[86, 147, 247, 396]]);
  });

  it('are no table where they are the edges of a field with a listing on it, whose columns are made by spaces', () => {
    const listing = (lines: readonly Glyph[]) => lines.map((glyph) => ({ ...glyph, mono: true }));
    const field: Box = { x0: 90, x1: 400, y0: 25, y1: 45 };
    const below: Box = { ...field, y0: 50, y1: 90 };
    const code = [
      ...row(40, [
        [95, '[KINS]'],
        [250, '= 3'],
      ]),
      ...row(65, [
        [95, '[TRAJ]'],
        [250, '= XYZ'],
      ]),
      ...row(85, [
        [95, '[EMCIO]'],
        [250, '= 9'],
      ]),
    ];
    const edges = [rule(25), rule(45), rule(50), rule(90)];
    expect(columnsOf(edges, code, 'scan', [field, below])).toHaveLength(1);
    expect(columnsOf(edges, listing(code), 'scan', [field, below])).toEqual([]);
    expect(columnsOf(edges, listing(code), 'scan', [])).toHaveLength(1);
  });

  it('are no table where they stand under a title, a header of the page or two words', () => {
    expect(columnsOf([rule(45)], [...row(40, [[95, '技术数据']]), ...row(60, [[95, '本章说明泵的技术数据']])])).toEqual([]);
    const running = row(40, [
      [95, '冷却水撬装'],
      [300, '版次'],
    ]);
    expect(columnsOf([rule(45)], [...running, ...row(60, [[95, '本章说明泵的技术数据和各项限值的依据']])])).toEqual([]);
  });

  it('end a table where a row runs over its columns, and begin another one', () => {
    const text = row(100, [[95, '以下各项由用户在调试时填写并保存']]);
    const again = [HEADER, FLOW].map((glyphs) => glyphs.map((glyph) => ({ ...glyph, ...moved(glyph, 100) })));
    const grids = columnsOf([rule(45), rule(65), rule(145)], [...HEADER, ...FLOW, ...HEAD, ...text, ...again.flat()]);
    expect(grids).toEqual([
      [90, 147, 247, 400],
      [90, 147, 247, 400],
    ]);
  });

  it('do so too where the page was drawn, unless their pieces tell the columns', () => {
    expect(columnsOf([rule(45), rule(65)], [...HEADER, ...FLOW, ...HEAD], 'drawn')).toEqual([[90, 147, 247, 400]]);
    const pieces = [45, 65].flatMap((at) => [
      { at, from: 90, to: 200 },
      { at, from: 200, to: 300 },
      { at, from: 300, to: 400 },
    ]);
    expect(columnsOf(pieces, [...HEADER, ...FLOW, ...HEAD], 'drawn')).toEqual([[90, 200, 300, 400]]);
  });
});

describe('fields behind rows', () => {
  const field = (y0: number, y1: number, x0 = 90, x1 = 400): Box => ({ x0, y0, x1, y1 });

  it('part a shaded header and every second row from the others', () => {
    expect(columnsOf([], [...HEADER, ...FLOW, ...HEAD], 'drawn', [field(28, 46), field(64, 84)])).toEqual([[90, 147, 247, 400]]);
  });

  it('are one where each cell has a piece', () => {
    const pieces = [28, 64].flatMap((y0) => [field(y0, y0 + 18, 90, 200), field(y0, y0 + 18, 200, 400)]);
    expect(columnsOf([], [...HEADER, ...FLOW, ...HEAD], 'drawn', pieces)).toEqual([[90, 147, 247, 400]]);
  });

  it('are boxes where text without columns stands in them', () => {
    const warning = [...row(40, [[95, '警告']]), ...row(60, [[95, '泵启动之前先打开吸入阀']])];
    expect(columnsOf([], warning, 'drawn', [field(26, 66)])).toEqual([]);
  });
});

function moved({ y0, y1, baseline }: Glyph, by: number): Pick<Glyph, 'y0' | 'y1' | 'baseline'> {
  return { y0: y0 + by, y1: y1 + by, baseline: baseline + by };
}
