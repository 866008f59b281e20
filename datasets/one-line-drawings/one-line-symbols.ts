import type { Random } from '../demo-plant/random.ts';
import { box, circle, line, type Shape } from '../drawn-sheets/shape.ts';
import type { DeviceKind, Load } from './one-line.ts';

/** A symbol around its middle whose conductor runs upright through it: the supply comes from above. */
export interface ElectricalSymbol {
  readonly name: string;
  readonly shapes: readonly Shape[];
  /** How far it reaches along the conductor to either side, and across it. */
  readonly reach: number;
  readonly half: number;
  /** What is printed inside. */
  readonly inside?: string;
}

export type SymbolKind = DeviceKind | Load['kind'];

/** A contact that stands open, its blade hinged below. */
const BLADE = line(0, -3, -3, 3);
const STUBS = [line(0, 6, 0, 3), line(0, -3, 0, -6)];
const CROSS = [line(-1.2, 4.2, 1.2, 1.8), line(-1.2, 1.8, 1.2, 4.2)];
const ARC = line(-1.2, 3, -1, 3.7, 0, 4.2, 1, 3.7, 1.2, 3);

/** The symbols that a drawing office uses, picked by seed: of IEC 60617, or boxes and slashes as in ANSI practice. */
export function electricalOffice(random: Random): (kind: SymbolKind) => ElectricalSymbol {
  const breaker = random.pick<Omit<ElectricalSymbol, 'name'>>([
    { shapes: [...STUBS, ...CROSS, BLADE], reach: 6, half: 3 },
    { shapes: [box(-3, -3, 3, 3), line(-3, -3, 3, 3), line(-3, 3, 3, -3)], reach: 3, half: 3 },
    { shapes: [box(-3, -3, 3, 3)], reach: 3, half: 3 },
    { shapes: [...STUBS, line(0, -3, 2.8, 3)], reach: 6, half: 3 },
  ]);
  const contactor = random.pick<Omit<ElectricalSymbol, 'name'>>([
    { shapes: [...STUBS, ARC, BLADE], reach: 6, half: 3 },
    { shapes: [box(-3, -2.5, 3, 2.5), line(-3, 0, 3, 0)], reach: 2.5, half: 3 },
  ]);
  const overload = random.pick<readonly Shape[]>([
    [box(-3, -3, 3, 3), line(0, 3, 0, 1.2, 1.5, 1.2, 1.5, -1.2, 0, -1.2, 0, -3)],
    [box(-3, -3, 3, 3), line(-2, 0, -1, 1.5, 1, -1.5, 2, 0)],
  ]);
  const transformer = random.pick<readonly Shape[]>([
    [circle(0, 3, 5), circle(0, -3, 5)],
    [circle(0, 3.5, 4.5), circle(0, -3.5, 4.5)],
  ]);
  const drawn: Readonly<Record<SymbolKind, Omit<ElectricalSymbol, 'name'>>> = {
    breaker,
    contactor,
    overload: { shapes: overload, reach: 3, half: 3 },
    drive: { shapes: [box(-6, -6, 6, 6), line(-6, -6, 6, 6)], reach: 6, half: 6 },
    starter: { shapes: [box(-5, -6, 5, 6), line(-5, -6, 5, 6), line(-5, 6, 5, -6)], reach: 6, half: 5 },
    motor: { shapes: [circle(0, 0, 7)], reach: 7, half: 7, inside: random.pick(['M', 'M 3~']) },
    transformer: { shapes: transformer, reach: 8, half: 5 },
    board: { shapes: [box(-9, -5, 9, 5)], reach: 5, half: 9 },
  };
  return (kind) => ({ name: `EL_${kind.toUpperCase()}`, ...drawn[kind] });
}
