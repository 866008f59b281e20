import type { Random } from '../demo-plant/random.ts';
import { box, circle, closed, filled, line, type Shape } from '../drawn-sheets/shape.ts';
import type { ItemKind } from './skid.ts';

/** A symbol around its middle, and how far it reaches along the pipe to either side. */
export interface DrawnSymbol {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly reach: number;
  /** Half of its height: labels stand beyond. */
  readonly high: number;
}

/** The symbols that a drawing office uses for all of its sheets, picked by seed. */
export function drawingOffice(random: Random): (kind: Exclude<ItemKind, 'connector'>) => DrawnSymbol {
  const valve = random.pick<readonly Shape[]>([
    [closed(-5, 3, 5, -3, 5, 3, -5, -3)],
    [line(-5, 3, -5, -3), line(5, 3, 5, -3), line(-5, 3, 5, -3), line(-5, -3, 5, 3)],
    [closed(-5, 3, -5, -3, 0, 0), closed(5, 3, 5, -3, 0, 0)],
  ]);
  const pump = random.pick<readonly Shape[]>([
    [circle(0, 0, 8), line(-4, -6.9, 8, 0, -4, 6.9)],
    [circle(0, 0, 8), closed(2, 5, 8, 0, 2, -5), line(-6, -10, 6, -10), line(-6, -10, -4, -7), line(6, -10, 4, -7)],
    [circle(0, 0, 8), circle(0, 0, 2)],
  ]);
  const exchanger = random.pick<readonly Shape[]>([
    [circle(0, 0, 9), line(-9, 0, -4, 0, -2, 5, 2, -5, 4, 0, 9, 0)],
    [box(-14, -6, 14, 6), line(-10, -6, -10, 6), line(10, -6, 10, 6)],
  ]);
  const vessel = random.pick<readonly Shape[]>([
    [box(-11, -17, 11, 17), line(-11, 13, 11, 13), line(-11, -13, 11, -13)],
    [closed(-11, -13, -7, -17, 7, -17, 11, -13, 11, 13, 7, 17, -7, 17, -11, 13)],
  ]);
  const drawn: Readonly<Record<Exclude<ItemKind, 'connector'>, Omit<DrawnSymbol, 'name'>>> = {
    gate: { shapes: valve, reach: 5, high: 3 },
    ball: { shapes: [...valve, circle(0, 0, 1.6)], reach: 5, high: 3 },
    check: {
      shapes: random.pick([
        [closed(-5, -3, -5, 3, 5, 0), line(5, -3, 5, 3)],
        [...valve, filled(-5, 3, -5, -3, 0, 0)],
      ]),
      reach: 5,
      high: 3,
    },
    control: { shapes: [...valve, line(0, 0, 0, 7), closed(-3, 7, 3, 7, 2, 9.5, -2, 9.5)], reach: 5, high: 9.5 },
    pump: { shapes: pump, reach: 8, high: 9 },
    exchanger: { shapes: exchanger, reach: exchanger.length === 2 ? 9 : 14, high: 9 },
    tank: { shapes: [box(-13, -15, 13, 15), line(-13, 15, 0, 19, 13, 15)], reach: 13, high: 18 },
    vessel: { shapes: vessel, reach: 11, high: 17 },
    strainer: { shapes: [box(-5, -4, 5, 4), line(-5, -4, 5, 4)], reach: 5, high: 5 },
    filter: { shapes: [box(-6, -8, 6, 8), line(-6, 0, 6, 0), line(0, -8, 0, -11)], reach: 6, high: 10 },
  };
  return (kind) => ({ name: `${OFFICE_NAMES[kind]}`, ...drawn[kind] });
}

const OFFICE_NAMES: Readonly<Record<Exclude<ItemKind, 'connector'>, string>> = {
  gate: 'VLV_GATE',
  ball: 'VLV_BALL',
  check: 'VLV_CHK',
  control: 'VLV_CTL',
  pump: 'EQ_PUMP',
  exchanger: 'EQ_HX',
  tank: 'EQ_TANK',
  vessel: 'EQ_VES',
  strainer: 'EQ_STR',
  filter: 'EQ_FLT',
};
