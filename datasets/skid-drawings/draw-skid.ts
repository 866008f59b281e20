import { createRandom, type Random } from '../demo-plant/random.ts';
import { drawFrame } from '../drawn-sheets/draw-frame.ts';
import { circle, closed, type DrawnSheet, filled, line, placed, type Shape, words } from '../drawn-sheets/shape.ts';
import type { Chain, Instrument, Item, Skid, Station } from './skid.ts';
import { SKID_WORDS } from './skid-words.ts';
import { type DrawnSymbol, drawingOffice } from './symbols.ts';

/** How an office draws, picked by seed and kept over the sheets. */
interface Style {
  readonly symbolOf: (kind: Exclude<Item['kind'], 'connector'>) => DrawnSymbol;
  /** Tags are attributes of the symbols, texts beside them, or both kinds of things are drawn without symbols. */
  readonly tags: 'attributes' | 'texts' | 'loose';
  readonly balloons: 'circle' | 'attributes' | 'one-line';
  /** Pipes run through the symbols of valves. */
  readonly isDrawnThrough: boolean;
  readonly arrow: 'filled' | 'open' | 'symbol';
  /** Chance of an arrow in a piece of pipe. */
  readonly arrows: number;
  readonly height: number;
  readonly isPolyline: boolean;
  readonly isMirrored: boolean;
  readonly tagSide: 1 | -1;
}

const LEFT = 70;
const ARROW: readonly Shape[] = [filled(-1.5, 1, -1.5, -1, 1.5, 0)];

/** The sheets of a skid as shapes: layout, symbols, places of texts, size and scale vary by its seed. */
export function drawSkid(skid: Skid): readonly DrawnSheet[] {
  const random = createRandom(skid.seed, 'drawing');
  const style: Style = {
    symbolOf: drawingOffice(random),
    tags: random.pick(['attributes', 'texts', 'texts', 'loose']),
    balloons: random.pick(['circle', 'attributes', 'one-line']),
    isDrawnThrough: random.chance(0.3),
    arrow: random.pick(['filled', 'open', 'symbol']),
    arrows: 0.4 + random.next() * 0.5,
    height: random.pick([2.5, 3, 3.5]),
    isPolyline: random.chance(0.4),
    isMirrored: random.chance(0.25),
    tagSide: random.pick([1, -1]),
  };
  const scale = random.pick([1, 1, 0.1, 25.4, 50]);
  const numbers = skid.sheets.map(({ number }) => number);
  return skid.sheets.map((sheet, at) => {
    const pen = new Pen(random, style, skid.language);
    for (const [row, chain] of sheet.chains.entries()) pen.chain(chain, 420 - row * 190);
    const shapes = [...pen.shapes, ...drawFrame(skid, numbers, at, style.height)];
    return { symbols: pen.symbols, shapes, scale };
  });
}

class Pen {
  readonly shapes: Shape[] = [];
  readonly symbols = new Map<string, readonly Shape[]>();
  readonly #random: Random;
  readonly #style: Style;
  readonly #language: Skid['language'];

  constructor(random: Random, style: Style, language: Skid['language']) {
    this.#random = random;
    this.#style = style;
    this.#language = language;
  }

  chain({ stations, instruments }: Chain, y: number): void {
    const first = this.shapes.length;
    let x = LEFT + this.#random.integer(0, 15);
    let end: number | undefined;
    const valves = new Map<string, number>();
    const numbered = new Set<string>();
    stations.forEach((station, at) => {
      const before = stations[at - 1];
      const isOpen = station.branches.length > 1;
      const gap = this.#random.integer(24, 34) + (isOpen || (before?.branches.length ?? 1) > 1 ? 14 : 0);
      if (end !== undefined) x = end + gap;
      const wanted = before?.line === undefined || numbered.has(before.line) ? undefined : before.line;
      const here = instruments.filter((one) => one.at === at - 1 && one.on === 'pipe');
      if (isOpen) {
        end = this.#branches(station, end ?? x, x, y, wanted);
        if (wanted !== undefined) numbered.add(wanted);
        return;
      }
      const item = station.branches[0]?.[0];
      if (item === undefined) return;
      const reach = item.kind === 'connector' ? 13 : this.#style.symbolOf(item.kind).reach;
      // Room for a line number, an instrument and an arrow.
      if (end !== undefined && wanted !== undefined) x += 22;
      if (end !== undefined && here.length > 0) x += 16;
      const middle = x + reach;
      if (end !== undefined) this.#pipe([end, y, x, y], wanted, here);
      if (wanted !== undefined) numbered.add(wanted);
      this.#item(item, middle, y, at === 0 ? 'start' : 'end');
      if (item.kind === 'control') valves.set(item.tag, middle);
      for (const one of instruments.filter((other) => other.at === at && other.on === 'machine')) this.#onMachine(one, item, middle, y);
      end = middle + reach;
    });
    for (const { controller } of instruments) {
      const valve = valves.get(controller?.valve ?? '');
      if (controller !== undefined && valve !== undefined) this.#controller(controller.tag, valve, y);
    }
    // From right to left: all places are mirrored, texts and symbols are not written backwards.
    if (this.#style.isMirrored) this.#mirror(first);
  }

  /** Pumps side by side: the pipe parts before them and comes together behind. */
  #branches({ branches }: Station, from: number, x: number, y: number, line: string | undefined): number {
    const spread = 40;
    const split = x - 10;
    this.#pipe([from, y, split, y], line, [], true);
    const ends = branches.map((branch, at) => {
      const level = y + (at === 0 ? spread : -spread);
      let end = split;
      branch.forEach((item, place) => {
        const { reach } = this.#style.symbolOf(item.kind === 'connector' ? 'gate' : item.kind);
        const start = place === 0 ? split + 14 : end + this.#random.integer(18, 24);
        this.#pipe(place === 0 ? [split, y, split, level, start, level] : [end, level, start, level], undefined, []);
        this.#item(item, start + reach, level, 'end');
        end = start + 2 * reach;
      });
      return end;
    });
    const join = Math.max(...ends) + 14;
    for (const [at, end] of ends.entries()) {
      const level = y + (at === 0 ? spread : -spread);
      this.#pipe([end, level, join, level, join, y], undefined, []);
    }
    return join;
  }

  #pipe(points: readonly number[], number: string | undefined, instruments: readonly Instrument[], always = false): void {
    const { isPolyline, height, arrows } = this.#style;
    const random = this.#random;
    if (isPolyline || points.length === 4) this.shapes.push(line(...points));
    else for (let at = 0; at + 3 < points.length; at += 2) this.shapes.push(line(...points.slice(at, at + 4)));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(-4);
    const level = y0 === y1;
    const length = Math.abs(x1 - x0) + Math.abs(y1 - y0);
    if (number !== undefined) this.shapes.push({ ...words(Math.min(x0, x1) + 2, y0 + 1.2, height, number), of: number });
    for (const { tag, controller } of instruments) {
      const at = x0 + 26 + random.integer(0, 6);
      const up = controller === undefined ? random.pick([22, 26, -22]) : 26;
      this.shapes.push(line(at, y0, at, y0 + up - Math.sign(up) * 6));
      this.#balloon(tag, at, y0 + up);
    }
    if (!(always || random.chance(arrows)) || length < 12) return;
    const near = level ? x1 - 3.5 : x1;
    this.#arrow(near, level ? y1 : (y0 + y1) / 2, level ? 0 : y1 > y0 ? 90 : 270);
  }

  #arrow(x: number, y: number, turn: number): void {
    const { arrow } = this.#style;
    if (arrow === 'symbol') {
      this.symbols.set('FLOW', ARROW);
      this.shapes.push({ kind: 'use', symbol: 'FLOW', x, y, turn, isMirrored: false, attributes: [] });
    } else this.shapes.push(...placed(arrow === 'filled' ? ARROW : [line(-1.5, 1, 1.5, 0, -1.5, -1)], x, y, turn, false));
  }

  #item(item: Item, x: number, y: number, side: 'start' | 'end'): void {
    const first = this.shapes.length;
    this.#drawItem(item, x, y, side);
    this.#isOf(first, item.tag);
  }

  /** Says of what was drawn last what it is drawn of. */
  #isOf(first: number, of: string): void {
    for (const shape of this.shapes.splice(first)) this.shapes.push({ ...shape, of });
  }

  #drawItem(item: Item, x: number, y: number, side: 'start' | 'end'): void {
    const { kind, tag, name, normal } = item;
    const { height, tags, symbolOf, tagSide, isDrawnThrough } = this.#style;
    if (kind === 'connector') {
      this.#connector(item, x, y, side);
      return;
    }
    const symbol = symbolOf(kind);
    const isValve = symbol.name.startsWith('VLV');
    if (isValve && isDrawnThrough) this.shapes.push(line(x - symbol.reach, y, x + symbol.reach, y));
    const above = isValve ? tagSide : -1;
    const first = above > 0 ? y + symbol.high + 1.5 : y - symbol.high - 1.5 - height;
    const state = normal === undefined ? undefined : SKID_WORDS[this.#language][normal];
    const under = [name, state].flatMap((text) => text ?? []);
    if (tags === 'loose') this.shapes.push(...placed(symbol.shapes, x, y, 0, false));
    else {
      this.symbols.set(symbol.name, symbol.shapes);
      const attribute = { name: 'TAG', value: tag, x: x - tag.length * height * 0.4, y: first, height };
      this.shapes.push({
        kind: 'use',
        symbol: symbol.name,
        x,
        y,
        turn: 0,
        isMirrored: false,
        attributes: tags === 'attributes' ? [attribute] : [],
      });
    }
    if (tags !== 'attributes') this.shapes.push(words(x, first, height, tag, 0.5));
    under.forEach((text, at) => {
      const level = above > 0 ? first + (at + 1) * height * 1.5 : first - (at + 1) * height * 1.5;
      this.shapes.push(words(x, level, text === state ? height * 0.8 : height, text, 0.5));
    });
  }

  #connector({ tag, beyond = '' }: Item, x: number, y: number, side: 'start' | 'end'): void {
    const { height } = this.#style;
    const { from, to } = SKID_WORDS[this.#language];
    this.shapes.push(closed(x - 13, y - 4, x + 8, y - 4, x + 13, y, x + 8, y + 4, x - 13, y + 4));
    this.shapes.push(words(x - 2, y - height / 2, height, tag, 0.5));
    this.shapes.push(words(x, y - 6 - height, height, `${side === 'start' ? from : to} ${beyond}`, 0.5));
  }

  #balloon(tag: string, x: number, y: number): void {
    const first = this.shapes.length;
    this.#drawBalloon(tag, x, y);
    this.#isOf(first, tag);
  }

  #drawBalloon(tag: string, x: number, y: number): void {
    const { balloons, height } = this.#style;
    const [letters = '', number = ''] = tag.split('-');
    if (balloons === 'one-line') {
      this.shapes.push(circle(x, y, 6), words(x, y - height * 0.3, height * 0.6, tag, 0.5));
    } else if (balloons === 'circle') {
      this.shapes.push(
        circle(x, y, 6),
        words(x, y + 0.6, height * 0.8, letters, 0.5),
        words(x, y - 0.6 - height * 0.8, height * 0.8, number, 0.5),
      );
    } else {
      this.symbols.set('INST', [circle(0, 0, 6)]);
      const attribute = (name: string, value: string, level: number) => ({
        name,
        value,
        x: x - value.length * height * 0.32,
        y: y + level,
        height: height * 0.8,
      });
      const attributes = [attribute('FUNC', letters, 0.6), attribute('LOOP', number, -0.6 - height * 0.8)];
      this.shapes.push({ kind: 'use', symbol: 'INST', x, y, turn: 0, isMirrored: false, attributes });
    }
  }

  #onMachine({ tag }: Instrument, item: Item, x: number, y: number): void {
    const high = item.kind === 'connector' ? 4 : this.#style.symbolOf(item.kind).high;
    const top = item.kind === 'tank' ? 19 : high;
    this.shapes.push(line(x, y + top, x, y + top + 12));
    this.#balloon(tag, x, y + top + 18);
  }

  /** Above its valve, with a dashed signal down to it and one that comes from the transmitter. */
  #controller(tag: string, x: number, y: number): void {
    const level = y + 26;
    const transmitter = this.#lastBalloonBefore(x, level);
    this.#balloon(tag, x, level);
    this.shapes.push({ kind: 'path', points: [x, level - 6, x, y + 9.5], isClosed: false, isDashed: true });
    if (transmitter !== undefined)
      this.shapes.push({ kind: 'path', points: [transmitter + 6, level, x - 6, level], isClosed: false, isDashed: true });
  }

  #lastBalloonBefore(x: number, y: number): number | undefined {
    const places = this.shapes.flatMap((shape) => {
      const isBalloon = (shape.kind === 'circle' && shape.radius === 6) || (shape.kind === 'use' && shape.symbol === 'INST');
      return isBalloon && shape.y === y && shape.x < x ? [shape.x] : [];
    });
    return places.length === 0 ? undefined : Math.max(...places);
  }

  #mirror(first: number): void {
    const width = 841;
    const own = this.shapes.splice(first);
    for (const shape of own) {
      if (shape.kind === 'path')
        this.shapes.push({ ...shape, points: shape.points.map((value, at) => (at % 2 === 0 ? width - value : value)) });
      else if (shape.kind === 'circle') this.shapes.push({ ...shape, x: width - shape.x });
      else if (shape.kind === 'text')
        this.shapes.push({ ...shape, x: shape.along === 0 ? width - shape.x - shape.words.length * shape.height * 0.8 : width - shape.x });
      else {
        const attributes = shape.attributes.map((one) => ({ ...one, x: width - 2 * shape.x + one.x }));
        // A symbol is mirrored before it is turned: seen in the mirror it is turned the other way.
        const turn = (360 - shape.turn) % 360;
        this.shapes.push({ ...shape, x: width - shape.x, turn, isMirrored: !shape.isMirrored, attributes });
      }
    }
  }
}
