import { box, circle, filled, line, placed, type Shape, words } from '../drawn-sheets/shape.ts';
import type { Device, Load, Supply } from './one-line.ts';
import type { ElectricalSymbol, SymbolKind } from './one-line-symbols.ts';

/** Which way feeders run from their bus: down or up from a level one, across from an upright one. */
export type Layout = 'down' | 'up' | 'across';

/** How an office draws, picked by seed. */
export interface OneLineStyle {
  readonly layout: Layout;
  readonly symbolOf: (kind: SymbolKind) => ElectricalSymbol;
  /** Tags are attributes of the symbols, texts beside them, or things are drawn without being symbols. */
  readonly tags: 'attributes' | 'texts' | 'loose';
  readonly bus: 'line' | 'box' | 'solid';
  readonly height: number;
  /** Side of an upright conductor on which texts stand. */
  readonly side: 1 | -1;
  /** A dot where a conductor leaves a bus. */
  readonly hasDots: boolean;
  /** A ring around the conductor of each supply. */
  readonly hasTransformers: boolean;
  /** Cables are numbered along their conductor, else beside it in level lines. */
  readonly isCableAlong: boolean;
}

/** A bus by where it begins and ends along the diagram, in millimetres. */
export interface BusPaper {
  readonly from: number;
  readonly to: number;
}

/** Where on the paper a place along the buses and away from them is: loads away by positive, supplies by negative millimetres. */
const PLACES: Readonly<Record<Layout, { readonly turn: number; readonly at: (along: number, away: number) => readonly [number, number] }>> =
  {
    down: { turn: 0, at: (along, away) => [60 + along, 450 - away] },
    up: { turn: 180, at: (along, away) => [60 + along, 270 + away] },
    across: { turn: 90, at: (along, away) => [150 + away, 560 - along] },
  };
/** Between the middles of things along a feeder, before its load, and before a supply. */
const STEP = { down: 28, up: 28, across: 48 } as const;
const RUN = { down: 44, up: 44, across: 66 } as const;
const HALF_BUS = 0.6;

/** Draws a one-line diagram: every conductor, symbol and text by its place along and away from the buses. */
export class OneLinePen {
  readonly shapes: Shape[] = [];
  readonly symbols = new Map<string, readonly Shape[]>();
  readonly #style: OneLineStyle;

  constructor(style: OneLineStyle) {
    this.#style = style;
  }

  bus({ from, to }: BusPaper, label: string): void {
    const { bus, height, layout } = this.#style;
    const [[x0, y0], [x1, y1]] = [this.#at(from, 0), this.#at(to, 0)];
    const [dx, dy] = layout === 'across' ? [HALF_BUS, 0] : [0, HALF_BUS];
    if (bus === 'line') this.shapes.push(line(x0, y0, x1, y1));
    else if (bus === 'box') this.shapes.push(box(x0 - dx, y0 - dy, x1 + dx, y1 + dy));
    else {
      const corners = [x0 - dx, y0 - dy, x1 + dx, y0 - dy, x1 + dx, y1 + dy, x0 - dx, y1 + dy];
      this.shapes.push({ kind: 'path', points: corners, isClosed: true, isFilled: true });
    }
    if (layout === 'across') this.shapes.push(words(x0, y0 + 2.5, height, label, 0.5));
    else this.shapes.push(words(x0 - 12, y0 + 2, height, label));
  }

  /** Devices from a bus on, one after the other; gives how far the last one reaches. */
  chain(along: number, from: number, devices: readonly Device[], towards: 'load' | 'supply'): number {
    const { symbolOf, layout, hasTransformers, hasDots } = this.#style;
    const way = towards === 'load' ? 1 : -1;
    if (hasDots) this.shapes.push(circle(...this.#at(along, 0), 0.7));
    let end = from;
    devices.forEach((device, at) => {
      const symbol = symbolOf(device.kind);
      const middle = way * (at + 1) * STEP[layout];
      this.#conductor(along, end, middle - way * symbol.reach);
      if (towards === 'supply' && hasTransformers) this.shapes.push(circle(...this.#at(along, middle / 3), 1.8));
      this.#symbol(symbol, along, middle);
      this.#beside(device, symbol, along, middle);
      end = middle + way * symbol.reach;
    });
    return end;
  }

  /** A line that comes in from elsewhere, with the head of an arrow. */
  incoming(along: number, end: number, text: string): void {
    const far = end - STEP[this.#style.layout] * 1.2;
    this.#conductor(along, end, far);
    const { turn } = PLACES[this.#style.layout];
    this.shapes.push(...placed([filled(-1.2, 1.6, 1.2, 1.6, 0, -1.6)], ...this.#at(along, far + 3), turn, false));
    this.#lines([text], along, far, 2, 'beside');
  }

  source(along: number, end: number, source: NonNullable<Supply['source']>): void {
    const symbol = this.#style.symbolOf(source.kind);
    const middle = end - STEP[this.#style.layout] * 0.6 - symbol.reach;
    this.#conductor(along, end, middle + symbol.reach);
    this.#symbol(symbol, along, middle);
    const said = [source.tag, source.rating ?? ''].filter((text) => text !== '');
    this.#lines(said, along, middle, symbol.half, 'beside');
  }

  load(along: number, end: number, load: Load, said: readonly string[], cable?: { readonly tag: string; readonly type: string }): void {
    const { layout, symbolOf, height, isCableAlong, side } = this.#style;
    const symbol = symbolOf(load.kind);
    const middle = end + RUN[layout];
    this.#conductor(along, end, middle - symbol.reach);
    this.#symbol(symbol, along, middle);
    const [x, y] = this.#at(along, middle);
    if (symbol.inside !== undefined) this.shapes.push(words(x, y - height / 2, height, symbol.inside, 0.5));
    this.#lines(said, along, middle, layout === 'across' ? symbol.reach : symbol.reach + 1, 'behind');
    if (cable === undefined) return;
    const amid = (end + middle - symbol.reach) / 2;
    const [cx, cy] = this.#at(along, amid);
    const low = cy - (cable.tag.length * height * 0.7) / 2;
    if (isCableAlong && layout !== 'across')
      this.shapes.push(words(cx + side * 1.2 + (side > 0 ? height : 0), low, height, cable.tag, 0, 90));
    else this.#lines([cable.tag, cable.type], along, amid, 0.5, 'beside');
  }

  spare(along: number, end: number, text: string): void {
    const far = end + 12;
    this.#conductor(along, end, far);
    this.#lines([text], along, far, 1, 'behind');
  }

  cubicle(along: number, text: string): void {
    const { layout, height } = this.#style;
    const [x, y] = this.#at(along, 5);
    this.shapes.push(layout === 'across' ? words(x, y - height - 1.5, height * 0.8, text, 0.5) : words(x - 5, y, height * 0.8, text, 0.5));
  }

  /** The breaker between two buses that lie on one line: amid it, or on a bridge on the side of the supplies. */
  tie(device: Device, first: BusPaper, second: BusPaper, form: 'straight' | 'bridge'): void {
    const symbol = this.#style.symbolOf(device.kind);
    const middle = (first.to + second.from) / 2;
    const away = form === 'straight' ? 0 : -STEP[this.#style.layout] / 2;
    const [left, right] = form === 'straight' ? [first.to, second.from] : [first.to - 4, second.from + 4];
    if (form === 'bridge') for (const end of [left, right]) this.shapes.push(line(...this.#at(end, 0), ...this.#at(end, away)));
    this.shapes.push(line(...this.#at(left, away), ...this.#at(middle - symbol.reach, away)));
    this.shapes.push(line(...this.#at(middle + symbol.reach, away), ...this.#at(right, away)));
    this.#symbol(symbol, middle, away, 90);
    const [x, y] = this.#at(middle, away);
    const { layout, height } = this.#style;
    const said = [device.tag ?? '', device.rating ?? ''].filter((text) => text !== '');
    if (layout === 'across') this.#stack(said, x + symbol.half + 2, y, 0);
    else this.#stack(said, x, y + symbol.half + 1.5 + height * 1.5 * (said.length - 1), 0.5);
  }

  #at(along: number, away: number): readonly [number, number] {
    return PLACES[this.#style.layout].at(along, away);
  }

  #conductor(along: number, from: number, to: number): void {
    this.shapes.push(line(...this.#at(along, from), ...this.#at(along, to)));
  }

  #symbol({ name, shapes }: ElectricalSymbol, along: number, away: number, turnedBy = 0): void {
    const [x, y] = this.#at(along, away);
    const turn = (PLACES[this.#style.layout].turn + turnedBy) % 360;
    if (this.#style.tags === 'loose') this.shapes.push(...placed(shapes, x, y, turn, false));
    else {
      this.symbols.set(name, shapes);
      this.shapes.push({ kind: 'use', symbol: name, x, y, turn, isMirrored: false, attributes: [] });
    }
  }

  /** Tag and rating of a device: attributes of its symbol where the office has them so. */
  #beside({ tag, rating }: Device, { half }: ElectricalSymbol, along: number, away: number): void {
    const said = [tag ?? '', rating ?? ''].filter((text) => text !== '');
    const use = this.shapes.at(-1);
    if (this.#style.tags !== 'attributes' || use?.kind !== 'use') {
      this.#lines(said, along, away, half, 'beside');
      return;
    }
    const first = this.shapes.length;
    this.#lines(said, along, away, half, 'beside');
    const texts = this.shapes.splice(first).flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    const attributes = texts.map(({ words: value, x, y, height, along: middle }, at) => ({
      name: at === 0 && tag !== undefined ? 'TAG' : 'RATING',
      value,
      x: x - middle * value.length * height * 0.8,
      y,
      height,
    }));
    this.shapes[this.shapes.length - 1] = { ...use, attributes };
  }

  /** Lines of text beside a place of a conductor, or behind its end, in reading order. */
  #lines(texts: readonly string[], along: number, away: number, half: number, where: 'beside' | 'behind'): void {
    const { layout, height, side } = this.#style;
    const [x, y] = this.#at(along, away);
    const pitch = height * 1.5;
    if (layout === 'across') {
      if (where === 'beside') this.#stack(texts, x, y + half + 1.5 + pitch * (texts.length - 1), 0.5);
      else this.#stack(texts, x + half + 2, y + (pitch * (texts.length - 1)) / 2 - height / 2, 0);
      return;
    }
    if (where === 'behind') {
      const first = layout === 'down' ? y - half - 1.5 - height : y + half + 1.5 + pitch * (texts.length - 1);
      this.#stack(texts, x, first, 0.5);
      return;
    }
    const widest = Math.max(...texts.map((text) => text.length)) * height * 0.8;
    this.#stack(texts, side > 0 ? x + half + 1.5 : x - half - 1.5 - widest, y + (pitch * (texts.length - 1)) / 2 - height / 2, 0);
  }

  #stack(texts: readonly string[], x: number, y: number, along: 0 | 0.5): void {
    const { height } = this.#style;
    for (const [at, text] of texts.entries()) this.shapes.push(words(x, y - at * height * 1.5, height, text, along));
  }
}
