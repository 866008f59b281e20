import { type Arc, arcPoints } from '../../plane/arc-points.ts';
import { curvePoints } from '../model/curve-points.ts';
import type { SubPath } from '../model/sub-path.ts';

const COMMAND = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/giu;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giu;
/** An arc has two flags, which may stand without a blank before what follows. */
const ARC_NUMBERS = /([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)[\s,]*/iuy;
const ARC_FLAG = /([01])[\s,]*/uy;
/** Numbers of one step of each command. */
const STEP: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };
/** Corners of one path at most. */
const MOST_NUMBERS = 600_000;

/** The strokes that the data of a path draw, up to what is no data of one. */
export function pathData(data: string): readonly SubPath[] {
  const pen = new Pen();
  for (const [, command = '', list = ''] of data.matchAll(COMMAND)) {
    if (pen.isFull) break;
    const name = command.toUpperCase();
    if (name === 'Z') {
      pen.close();
      continue;
    }
    const values = name === 'A' ? arcNumbers(list) : (list.match(NUMBER) ?? []).map(Number);
    const step = STEP[name] ?? 2;
    for (let at = 0; at + step <= values.length && !pen.isFull; at += step) {
      // What follows a move without a command of its own are lines.
      const own = name === 'M' && at > 0 ? 'L' : name;
      pen.draw(own, values.slice(at, at + step), command !== name);
    }
  }
  return pen.finish();
}

function arcNumbers(list: string): readonly number[] {
  const values: number[] = [];
  let at = list.length - list.trimStart().replace(/^,/u, '').length;
  for (let place = 0; at < list.length; place = (place + 1) % 7) {
    const form = place === 3 || place === 4 ? ARC_FLAG : ARC_NUMBERS;
    form.lastIndex = at;
    const found = form.exec(list);
    if (found === null) break;
    values.push(Number(found[1]));
    at = form.lastIndex;
  }
  return values;
}

class Pen {
  readonly #done: SubPath[] = [];
  #points: number[] = [];
  #forms = new Set<'line' | 'curve' | 'arc'>();
  #control: readonly [number, number] | undefined;
  #last = '';
  #count = 0;

  get isFull(): boolean {
    return this.#count > MOST_NUMBERS;
  }

  draw(name: string, values: readonly number[], isRelative: boolean): void {
    const [x0, y0] = [this.#points.at(-2) ?? 0, this.#points.at(-1) ?? 0];
    const [dx, dy] = isRelative ? [x0, y0] : [0, 0];
    const at = (place: number): readonly [number, number] => [(values[place] ?? 0) + dx, (values[place + 1] ?? 0) + dy];
    const mirrored = (after: string): readonly [number, number] => {
      const [cx, cy] = (after.includes(this.#last) ? this.#control : undefined) ?? [x0, y0];
      return [2 * x0 - cx, 2 * y0 - cy];
    };
    switch (name) {
      case 'M':
        this.#lift(false);
        this.#points = [...at(0)];
        break;
      case 'H':
        this.#add('line', [(values[0] ?? 0) + dx, y0]);
        break;
      case 'V':
        this.#add('line', [x0, (values[0] ?? 0) + dy]);
        break;
      case 'C':
        this.#curve([x0, y0], at(0), at(2), at(4));
        break;
      case 'S':
        this.#curve([x0, y0], mirrored('CS'), at(0), at(2));
        break;
      case 'Q':
        this.#bend([x0, y0], at(0), at(2));
        break;
      case 'T':
        this.#bend([x0, y0], mirrored('QT'), at(0));
        break;
      case 'A':
        this.#arc([x0, y0], values, at(5));
        break;
      default:
        this.#add('line', [...at(0)]);
    }
    this.#last = name;
  }

  close(): void {
    const [x = 0, y = 0] = this.#points;
    this.#lift(true);
    this.#points = [x, y];
    this.#last = 'Z';
  }

  finish(): readonly SubPath[] {
    this.#lift(false);
    return this.#done;
  }

  #add(form: 'line' | 'curve' | 'arc', points: readonly number[]): void {
    if (this.#points.length === 0) this.#points = [0, 0];
    this.#forms.add(form);
    this.#points.push(...points);
    this.#count += points.length;
  }

  #curve(
    from: readonly [number, number],
    c1: readonly [number, number],
    c2: readonly [number, number],
    to: readonly [number, number],
  ): void {
    this.#control = c2;
    this.#add('curve', curvePoints(from, c1, c2, to));
  }

  #bend(from: readonly [number, number], control: readonly [number, number], to: readonly [number, number]): void {
    const towards = (point: readonly [number, number]): readonly [number, number] => [
      point[0] + (2 / 3) * (control[0] - point[0]),
      point[1] + (2 / 3) * (control[1] - point[1]),
    ];
    this.#curve(from, towards(from), towards(to), to);
    this.#control = control;
  }

  #arc(from: readonly [number, number], values: readonly number[], to: readonly [number, number]): void {
    const [rx = 0, ry = 0, degrees = 0, isLarge = 0, isPositive = 0] = values;
    const arc = arcBetween(from, to, [Math.abs(rx), Math.abs(ry)], (degrees * Math.PI) / 180, isLarge !== 0, isPositive !== 0);
    if (arc === undefined) this.#add('line', [...to]);
    else this.#add('arc', [...arcPoints(arc).slice(2, -2), ...to]);
  }

  #lift(isClosed: boolean): void {
    const points = this.#points;
    const isBack = points.length > 6 && points[0] === points.at(-2) && points[1] === points.at(-1);
    const isRound = isBack && this.#forms.size === 1 && this.#forms.has('arc');
    const isBent = this.#forms.has('curve') || this.#forms.has('arc');
    const shape = isRound ? 'circle' : isBent ? 'curve' : points.length === 4 && !isClosed ? 'line' : 'polyline';
    if (points.length >= 4) this.#done.push({ points: isBack ? points.slice(0, -2) : points, isClosed: isClosed || isBack, shape });
    this.#points = [];
    this.#forms = new Set();
  }
}

/** The arc between two points, of which the radii and the side are given; undefined where it is a straight line. */
function arcBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  radii: readonly [number, number],
  turn: number,
  isLarge: boolean,
  isPositive: boolean,
): Arc | undefined {
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [x, y] = [cosine * hx + sine * hy, -sine * hx + cosine * hy];
  const [rx0, ry0] = radii;
  if (rx0 === 0 || ry0 === 0 || (hx === 0 && hy === 0)) return undefined;
  const grow = Math.sqrt(Math.max(1, (x / rx0) ** 2 + (y / ry0) ** 2));
  const [rx, ry] = [rx0 * grow, ry0 * grow];
  const square = Math.max(0, (rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x) / (rx * rx * y * y + ry * ry * x * x));
  const side = (isLarge === isPositive ? -1 : 1) * Math.sqrt(square);
  const [mx, my] = [(side * rx * y) / ry, (-side * ry * x) / rx];
  const from = Math.atan2((y - my) / ry, (x - mx) / rx);
  const to = Math.atan2((-y - my) / ry, (-x - mx) / rx);
  const full = 2 * Math.PI;
  const sweep = isPositive ? (((to - from) % full) + full) % full : -((((from - to) % full) + full) % full);
  const middle = { x: cosine * mx - sine * my + (x1 + x2) / 2, y: sine * mx + cosine * my + (y1 + y2) / 2 };
  return { middle, radii: [rx, ry], turn, from, sweep };
}
