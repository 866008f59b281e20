import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { circle, type DxfPart, insert, line, middleText, rectangle, text, writeDxf } from '../../test-support/write-dxf.ts';
import { dxfParser } from '../dxf-parser.ts';

const VALVE = { name: 'V', parts: [line(-4, -3, 4, 3), line(-4, 3, 4, -3), line(-4, -3, -4, 3), line(4, -3, 4, 3)] };
/** The head of an arrow, open, that points where `turn` says. */
const HEAD = {
  name: 'HEAD',
  parts: [
    {
      type: 'SOLID',
      groups: [
        [10, -2],
        [20, 1],
        [11, -2],
        [21, -1],
        [12, 1],
        [22, 0],
        [13, 1],
        [23, 0],
      ],
    } as DxfPart,
  ],
};
const turned = (block: string, x: number, y: number, turn: number): DxfPart => insert(block, x, y, [], [[50, turn]]);
const valve = (tag: string, x: number, y: number): readonly DxfPart[] => [insert('V', x, y), text(x - 5, y + 4, 2.5, tag)];
const tank = (tag: string, x: number, y: number): readonly DxfPart[] => [
  rectangle(x - 10, y - 10, x + 10, y + 10),
  text(x - 5, y - 1, 2.5, tag),
];

async function relations(...parts: readonly (DxfPart | readonly DxfPart[])[]): Promise<readonly string[]> {
  const path = await temporaryFile('sheet.dxf', writeDxf({ blocks: [VALVE, HEAD], parts: parts.flat() }));
  const { passages } = await readWhole(dxfParser, path);
  return passages
    .flatMap(({ structure }) => structure.drawn ?? [])
    .map(({ kind, own, other, line: number }) => [own, kind, other, number].filter((one) => one !== undefined).join(' '))
    .sort();
}

describe('readPiping', () => {
  it('follows a pipe through a valve, upright and round a corner, the way that an arrow shows', async () => {
    const pipes = [line(10, 100, 46, 100), line(54, 100, 80, 100), line(80, 100, 80, 40), turned('HEAD', 80, 70, 270)];
    expect(await relations(tank('TK-1', 0, 100), valve('HV-1', 50, 100), tank('TK-2', 80, 30), pipes)).toEqual([
      'HV-1 fed-by TK-1',
      'HV-1 feeds TK-2',
      'TK-1 feeds HV-1',
      'TK-2 fed-by HV-1',
    ]);
  });

  it('tells no direction where all arrows of a pipe point to its ends, or all away from them', async () => {
    const pipe = line(10, 100, 90, 100);
    for (const [left, right] of [
      [180, 0],
      [0, 180],
    ] as const)
      expect(
        await relations(tank('TK-1', 0, 100), tank('TK-2', 100, 100), tank('TK-3', 50, 50), pipe, line(50, 100, 50, 60), [
          turned('HEAD', 25, 100, left),
          turned('HEAD', 75, 100, right),
          turned('HEAD', 50, 80, left === 180 ? 270 : 90),
        ]),
      ).toEqual(['TK-1 joins TK-2', 'TK-1 joins TK-3', 'TK-2 joins TK-1', 'TK-2 joins TK-3', 'TK-3 joins TK-1', 'TK-3 joins TK-2']);
  });

  it('joins what meets and not what crosses, and says where no direction is drawn', async () => {
    const level = line(10, 100, 90, 100);
    const crossing = line(50, 140, 50, 60);
    expect(
      await relations(tank('TK-1', 0, 100), tank('TK-2', 100, 100), tank('TK-3', 50, 150), tank('TK-4', 50, 50), level, crossing),
    ).toEqual(['TK-1 joins TK-2', 'TK-2 joins TK-1', 'TK-3 joins TK-4', 'TK-4 joins TK-3']);
    const branch = [line(50, 100, 50, 60), turned('HEAD', 20, 100, 0), turned('HEAD', 50, 80, 270), turned('HEAD', 80, 100, 0)];
    expect(await relations(tank('TK-1', 0, 100), tank('TK-2', 100, 100), tank('TK-4', 50, 50), level, branch)).toEqual([
      'TK-1 feeds TK-2',
      'TK-1 feeds TK-4',
      'TK-2 fed-by TK-1',
      'TK-4 fed-by TK-1',
    ]);
  });

  it('reads a pipe that is drawn through its valve, and its number, beyond the valve too', async () => {
    const pipes = [line(10, 100, 90, 100), turned('HEAD', 30, 100, 180), text(14, 101, 2.5, '6"-CW-1001-A1')];
    expect(await relations(tank('TK-1', 0, 100), valve('HV-1', 60, 100), tank('TK-2', 100, 100), pipes)).toEqual([
      'HV-1 fed-by TK-2 6"-CW-1001-A1',
      'HV-1 feeds TK-1 6"-CW-1001-A1',
      'TK-1 fed-by HV-1 6"-CW-1001-A1',
      'TK-2 feeds HV-1 6"-CW-1001-A1',
    ]);
  });

  it('takes the number of a line over a valve and not over a machine, at which lines end', async () => {
    const pipes = [line(10, 100, 46, 100), line(54, 100, 90, 100), line(110, 100, 140, 100), text(14, 101.5, 2.5, 'CW-1001-80-A1')];
    const sheet = [tank('TK-1', 0, 100), valve('HV-1', 50, 100), tank('P-1', 100, 100), tank('TK-2', 150, 100)];
    expect(await relations(...sheet, pipes)).toEqual([
      'HV-1 joins P-1 CW-1001-80-A1',
      'HV-1 joins TK-1 CW-1001-80-A1',
      'P-1 joins HV-1 CW-1001-80-A1',
      'P-1 joins TK-2',
      'TK-1 joins HV-1 CW-1001-80-A1',
      'TK-2 joins P-1',
    ]);
  });

  it('tells what an instrument measures, what it controls, and its loop', async () => {
    const balloon = (letters: string, x: number, y: number): readonly DxfPart[] => [
      circle(x, y, 6),
      middleText(x, y + 2, 2.5, letters),
      middleText(x, y - 2, 2.5, '1004'),
    ];
    const pipes = [line(10, 100, 56, 100), line(64, 100, 90, 100), text(14, 101, 2.5, '6"-CW-1001-A1')];
    const signals = [line(40, 100, 40, 124), line(46, 130, 54, 130), line(60, 124, 60, 103)];
    const found = await relations(
      tank('TK-1', 0, 100),
      [insert('V', 60, 100), text(56, 92, 2.5, 'FV-1004')],
      tank('TK-2', 100, 100),
      pipes,
      signals,
      balloon('FT', 40, 130),
      balloon('FIC', 60, 130),
    );
    expect(found.filter((one) => !one.includes('joins'))).toEqual([
      '6"-CW-1001-A1 measured-by FT1004',
      'FIC1004 controls FV-1004',
      'FIC1004 in-loop F-1004',
      'FT1004 in-loop F-1004',
      'FT1004 measures 6"-CW-1001-A1',
      'FV-1004 controlled-by FIC1004',
      'FV-1004 in-loop F-1004',
    ]);
  });

  it('joins nothing with what bears the same tag', async () => {
    expect(await relations(tank('TK-1', 0, 100), tank('TK-1', 100, 100), line(10, 100, 90, 100))).toEqual([]);
  });

  it('joins nothing over a bus of many ends', async () => {
    const ends = Array.from({ length: 20 }, (_, at) => [tank(`TK-${at + 1}`, at * 40, 50), line(at * 40, 60, at * 40, 100)].flat());
    expect(await relations(line(0, 100, 760, 100), ...ends)).toEqual([]);
  });

  it('takes tables, frames and rooms for no pipes', async () => {
    const room = [line(0, 0, 200, 0), line(200, 0, 200, 100), line(200, 100, 0, 100), line(0, 100, 0, 0)];
    expect(await relations(room, text(50, 50, 3, 'R-101'), text(150, 50, 3, 'R-102'))).toEqual([]);
  });
});
