import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { circle, type DxfPart, line, middleText, rectangle, text, writeDxf } from '../../test-support/write-dxf.ts';
import { dxfParser } from '../dxf-parser.ts';

const TITLE_EN = text(300, 10, 3, 'SINGLE LINE DIAGRAM');
const TITLE_ZH = text(300, 10, 3, '低压配电系统图');
/** A breaker at a height, with its tag to the right. */
const breaker = (tag: string, x: number, y: number): readonly DxfPart[] => [
  rectangle(x - 3, y - 3, x + 3, y + 3),
  text(x + 5, y - 1, 2.5, tag),
];
const feeder = (number: number, x: number): readonly DxfPart[] => [
  line(x, 200, x, 173),
  ...breaker(`QF-${number}`, x, 170),
  line(x, 167, x, 137),
  circle(x, 130, 7),
  middleText(x, 130, 2.5, 'M'),
  text(x + 9, 129, 2.5, `M-${number}`),
];
const bus = (name: string, from: number, to: number): readonly DxfPart[] => [line(from, 200, to, 200), text(from, 202, 2.5, name)];
const supply = (name: string, number: number, x: number): readonly DxfPart[] => [
  line(x, 200, x, 227),
  ...breaker(`QF-${number}`, x, 230),
  line(x, 233, x, 252),
  circle(x, 257, 5),
  circle(x, 263, 5),
  text(x + 8, 259, 2.5, name),
];

async function relations(...parts: readonly (DxfPart | readonly DxfPart[])[]): Promise<readonly string[]> {
  const path = await temporaryFile('sheet.dxf', writeDxf({ parts: parts.flat() }));
  const { passages } = await readWhole(dxfParser, path);
  return passages
    .flatMap(({ structure }) => structure.drawn ?? [])
    .filter(({ kind }) => kind === 'feeds' || kind === 'joins')
    .map(({ kind, own, other, isElectrical }) => `${own} ${kind} ${other}${isElectrical === true ? '' : ' by a pipe'}`)
    .sort();
}

describe('readOneLine', () => {
  it.each([
    ['English', TITLE_EN],
    ['Chinese', TITLE_ZH],
  ])('follows conductors from the supply over the bus to each motor, with a title in %s', async (_, title) => {
    const parts = [title, bus('BUS-1', 0, 200), supply('TM-1', 100, 120), feeder(101, 50), feeder(102, 150)];
    expect(await relations(...parts)).toEqual([
      'BUS-1 feeds QF-101',
      'BUS-1 feeds QF-102',
      'QF-100 feeds BUS-1',
      'QF-101 feeds M-101',
      'QF-102 feeds M-102',
      'TM-1 feeds QF-100',
    ]);
  });

  it('knows a one-line diagram without such a title by the breakers at its bus', async () => {
    expect(await relations(bus('BUS-1', 0, 200), feeder(101, 50), feeder(102, 150))).toContain('BUS-1 feeds QF-101');
  });

  it('tells no direction over a tie between two supplied buses, and one where only one of them has a supply', async () => {
    const tie = [line(200, 200, 227, 200), ...breaker('QF-9', 230, 200), line(233, 200, 260, 200)];
    const [first, second] = [
      [bus('BUS-1', 0, 200), supply('TM-1', 100, 120), feeder(101, 50), feeder(102, 150)],
      [bus('BUS-2', 260, 460), feeder(201, 300), feeder(202, 400)],
    ];
    const both = await relations(TITLE_EN, ...first, ...second, supply('TM-2', 200, 350), tie);
    expect(both.filter((one) => one.includes('QF-9'))).toEqual([
      'BUS-1 joins QF-9',
      'BUS-2 joins QF-9',
      'QF-9 joins BUS-1',
      'QF-9 joins BUS-2',
    ]);
    const one = await relations(TITLE_EN, ...first, ...second, tie);
    expect(one.filter((link) => link.includes('QF-9'))).toEqual(['BUS-1 feeds QF-9', 'QF-9 feeds BUS-2']);
  });

  it('joins a spare feeder with its bus and nothing else', async () => {
    const spare = [line(250, 200, 250, 173), ...breaker('QF-109', 250, 170), line(250, 167, 250, 155), middleText(250, 150, 2.5, 'SPARE')];
    const found = await relations(TITLE_EN, bus('BUS-1', 0, 300), supply('TM-1', 100, 120), feeder(101, 50), feeder(102, 150), spare);
    expect(found.filter((one) => one.includes('QF-109'))).toEqual(['BUS-1 feeds QF-109']);
  });

  it('takes a transformer on the side of the loads for a load', async () => {
    const lighting = [
      line(250, 200, 250, 173),
      ...breaker('QF-109', 250, 170),
      line(250, 167, 250, 148),
      circle(250, 143, 5),
      circle(250, 137, 5),
      text(258, 139, 2.5, 'TM-9'),
    ];
    const found = await relations(TITLE_EN, bus('BUS-1', 0, 300), supply('TM-1', 100, 120), feeder(101, 50), feeder(102, 150), lighting);
    expect(found.filter((one) => one.includes('TM-9'))).toEqual(['QF-109 feeds TM-9']);
  });
});
