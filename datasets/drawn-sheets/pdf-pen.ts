import type { Shape } from './shape.ts';
import { rounded } from './xml-text.ts';

/** How a program prints what it drew, picked by seed. */
export interface PrintHabit {
  /** Circles as curves, as straight pieces, or as two halves of which each is stroked alone. */
  readonly circles: 'curves' | 'pieces' | 'halves';
  /** Lines as they are, each straight piece stroked alone, or level and upright ones as thin filled rectangles. */
  readonly lines: 'whole' | 'apart' | 'filled';
  /** Closed outlines hide what lies below them. */
  readonly isMasked: boolean;
}

/** Half of the width of lines, in millimetres of paper. */
const HALF_WIDTH = 0.15;
/** Length of the handles of the four curves of a circle, for a radius of 1. */
const HANDLE = 0.5523;
const PIECES = 36;

/** Operators of PDF that draw shapes without texts, `y` downwards. `unit`: points a millimetre; `high`: where `y` is 0, in millimetres from the top. */
export class PdfPen {
  readonly #habit: PrintHabit;
  readonly #unit: number;
  readonly #high: number;

  constructor(habit: PrintHabit, unit: number, high: number) {
    this.#habit = habit;
    this.#unit = unit;
    this.#high = high;
  }

  drawn(shape: Shape): string {
    if (shape.kind === 'circle') return this.#circle(shape.x, shape.y, shape.radius);
    return shape.kind === 'path' ? this.#path(shape) : '';
  }

  /** Coordinates of a place. */
  at(x: number, y: number): string {
    return `${rounded(x * this.#unit)} ${rounded((this.#high - y) * this.#unit)}`;
  }

  #path({ points, isClosed, isFilled, isDashed }: Extract<Shape, { kind: 'path' }>): string {
    const corners: (readonly [number, number])[] = [];
    for (let at = 0; at + 1 < points.length; at += 2) corners.push([points[at] ?? 0, points[at + 1] ?? 0]);
    const [first] = corners;
    if (first === undefined) return '';
    if (isFilled === true) return `${this.#outline(corners)} h B`;
    if (isDashed === true) return `[${rounded(this.#unit)}] 0 d ${this.#outline(corners)} S [] 0 d`;
    const { lines, isMasked } = this.#habit;
    if (isClosed && isMasked) return `1 g ${this.#outline(corners)} h B 0 g`;
    if (lines === 'whole') return `${this.#outline(corners)}${isClosed ? ' h' : ''} S`;
    const ends = isClosed ? [...corners, first] : corners;
    return ends
      .slice(1)
      .map((to, at) => this.#piece(ends[at] ?? to, to, lines === 'filled' && !isClosed))
      .join(' ');
  }

  #piece(from: readonly [number, number], to: readonly [number, number], isFilled: boolean): string {
    const [isLevel, isUpright] = [from[1] === to[1], from[0] === to[0]];
    if (!isFilled || isLevel === isUpright) return `${this.#outline([from, to])} S`;
    const [dx, dy] = isLevel ? [0, HALF_WIDTH] : [HALF_WIDTH, 0];
    const corners = [
      [from[0] - dx, from[1] - dy],
      [to[0] - dx, to[1] - dy],
      [to[0] + dx, to[1] + dy],
      [from[0] + dx, from[1] + dy],
    ] as const;
    return `${this.#outline(corners)} h f`;
  }

  #outline(corners: readonly (readonly [number, number])[]): string {
    return corners.map(([x, y], at) => `${this.at(x, y)} ${at === 0 ? 'm' : 'l'}`).join(' ');
  }

  #circle(x: number, y: number, radius: number): string {
    const { circles, isMasked } = this.#habit;
    if (circles === 'pieces') {
      const corners = Array.from({ length: PIECES }, (_, at) => {
        const angle = (2 * Math.PI * at) / PIECES;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      });
      return `${this.#outline(corners)} h S`;
    }
    const quarter = (fx: number, fy: number, tx: number, ty: number): string =>
      [
        [fx + HANDLE * tx, fy + HANDLE * ty],
        [tx + HANDLE * fx, ty + HANDLE * fy],
        [tx, ty],
      ]
        .map(([px = 0, py = 0]) => this.at(x + radius * px, y + radius * py))
        .join(' ');
    const upper = `${this.at(x + radius, y)} m ${quarter(1, 0, 0, 1)} c ${quarter(0, 1, -1, 0)} c`;
    const lower = `${quarter(-1, 0, 0, -1)} c ${quarter(0, -1, 1, 0)} c`;
    if (circles === 'halves') return `${upper} S ${this.at(x - radius, y)} m ${lower} S`;
    return isMasked ? `1 g ${upper} ${lower} h B 0 g` : `${upper} ${lower} h S`;
  }
}
