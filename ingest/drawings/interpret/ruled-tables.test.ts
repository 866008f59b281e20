import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { type DxfPart, line, rectangle, text, writeDxf } from '../../test-support/write-dxf.ts';
import { dxfParser } from '../dxf-parser.ts';

const WIDTHS = [15, 60, 40, 15];

/** A list of parts as lines and texts, its first row at the top. */
function ruled(rows: readonly (readonly string[])[], x = 200, y = 100): readonly DxfPart[] {
  const edges = WIDTHS.map((_, at) => WIDTHS.slice(0, at).reduce((sum, width) => sum + width, x)).concat(x + 130);
  const bottom = y - rows.length * 8;
  return [
    ...edges.map((edge) => line(edge, y, edge, bottom)),
    ...Array.from({ length: rows.length + 1 }, (_, at) => line(x, y - at * 8, x + 130, y - at * 8)),
    ...rows.flatMap((cells, row) =>
      cells.flatMap((words, column) => (words === '' ? [] : [text((edges[column] ?? 0) + 2, y - row * 8 - 6, 3, words)])),
    ),
  ];
}

async function rowsOf(parts: readonly DxfPart[]) {
  const { passages } = await readWhole(dxfParser, await temporaryFile('sheet.dxf', writeDxf({ parts })));
  return passages.map(({ kind, text: words, cells = [], anchors }) => [
    kind,
    words,
    cells.map(({ column, role, start, end }) => `${column}|${role}|${words.slice(start, end)}`),
    anchors.length,
  ]);
}

const ZH = [
  ['序号', '名称', '料号', '数量'],
  ['1', '机械密封', '40-2217-03', '2'],
  ['2', '轴承', '', '4'],
];

describe('ruledTables', () => {
  const expected = [
    [
      'table-row',
      '1\t机械密封\t40-2217-03\t2',
      ['序号|position|1', '名称|part-name|机械密封', '料号|part-number|40-2217-03', '数量|quantity|2'],
      4,
    ],
    ['table-row', '2\t轴承\t4', ['序号|position|2', '名称|part-name|轴承', '数量|quantity|4'], 3],
  ];

  it('reads a list of parts that is drawn as lines and texts, also where a cell is empty', async () => {
    expect(await rowsOf(ruled(ZH))).toEqual(expected);
  });

  it('reads one that grows upwards from its header', async () => {
    expect(await rowsOf(ruled(ZH.toReversed()))).toEqual(expected);
  });

  it('reads one in English beside another, in a frame of the sheet', async () => {
    const en = [
      ['ITEM', 'DESCRIPTION', 'PART NO.', 'QTY'],
      ['1', 'MECHANICAL SEAL', '40-2217-03', '2'],
      ['2', 'BEARING', '6205-2Z', '4'],
    ];
    const rows = await rowsOf([rectangle(0, 0, 900, 600), ...ruled(en), ...ruled(ZH, 600), text(50, 500, 3, 'P-101A')]);
    expect(rows.map(([kind, words]) => [kind, words])).toEqual([
      ['table-row', '1\tMECHANICAL SEAL\t40-2217-03\t2'],
      ['table-row', '2\tBEARING\t6205-2Z\t4'],
      ['table-row', '1\t机械密封\t40-2217-03\t2'],
      ['table-row', '2\t轴承\t4'],
      ['drawing-label', 'P-101A'],
    ]);
  });

  it('takes boxes around labels for no table', async () => {
    const boxed = (x: number, y: number, words: string): readonly DxfPart[] => [
      rectangle(x, y, x + 40, y + 10),
      text(x + 2, y + 3, 3, words),
    ];
    const rows = await rowsOf([...boxed(0, 0, 'P-101'), ...boxed(100, 0, 'P-102'), ...boxed(0, 100, 'P-103')]);
    expect(rows.map(([kind]) => kind)).toEqual(['drawing-label', 'drawing-label', 'drawing-label']);
  });
});
