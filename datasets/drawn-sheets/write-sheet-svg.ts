import { createRandom } from '../demo-plant/random.ts';
import type { DrawnSheet, Shape } from './shape.ts';
import type { SheetSet } from './sheet-set.ts';
import { element, rounded } from './xml-text.ts';

/** How a program writes SVG, picked by seed. */
interface Habit {
  readonly circles: 'circle' | 'path';
  readonly lines: 'line' | 'path' | 'polyline';
  /** Symbols are used by name, or each is a copy in a group. */
  readonly isCopied: boolean;
  readonly texts: 'place' | 'transform' | 'spans';
  /** Sizes are in a style sheet, or with each text. */
  readonly hasSheet: boolean;
  /** Degrees that the whole sheet is turned by. */
  readonly turn: number;
  /** Units a millimetre of paper, besides those of the sheet, and what the whole is moved by. */
  readonly scale: number;
  readonly shift: number;
}

/** Size of a font by the height of its capitals. */
const SIZE = 1 / 0.73;
const HIGH = 594;
const WIDE = 841;

/** A sheet as an SVG drawing: symbols, texts, lines, the whole turned and scaled; `y` runs downwards. */
export function writeSheetSvg({ symbols, shapes, scale: units }: DrawnSheet, { seed }: Pick<SheetSet, 'seed'>): string {
  const random = createRandom(seed, 'svg');
  const habit: Habit = {
    circles: random.pick(['circle', 'path']),
    lines: random.pick(['line', 'path', 'polyline']),
    isCopied: random.chance(0.3),
    texts: random.pick(['place', 'transform', 'spans']),
    hasSheet: random.chance(0.5),
    turn: random.pick([0, 0, 0, 90, 270, 180]),
    scale: random.pick([1, 3.7795, 0.2]) * units,
    shift: random.pick([0, 120]),
  };
  const writer = new SvgShapes(habit, symbols);
  const layers = [
    { label: 'PIPES', own: shapes.filter(({ kind }) => kind === 'path' || kind === 'circle') },
    { label: 'SYMBOLS', own: shapes.filter(({ kind }) => kind === 'use') },
    { label: 'TEXT', own: shapes.filter(({ kind }) => kind === 'text') },
  ];
  const heights = new Set(
    shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.height] : shape.kind === 'use' ? shape.attributes.map(({ height }) => height) : [],
    ),
  );
  const sheet = habit.hasSheet
    ? element(
        'style',
        {},
        `text { font-family: sans-serif }\n${[...heights].map((height) => `.${className(height)} { font-size: ${rounded(height * SIZE)}px }`).join('\n')}`,
      )
    : '';
  const definitions = [...symbols].map(([name, own]) =>
    element('symbol', { id: name, overflow: 'visible' }, ...own.map((shape) => writer.drawn(shape, 0))),
  );
  const placed = `translate(${habit.shift} ${habit.shift}) scale(${rounded(habit.scale)}) rotate(${habit.turn} ${WIDE / 2} ${HIGH / 2})`;
  const body = layers.map(({ label, own }) =>
    element('g', { 'inkscape:groupmode': 'layer', 'inkscape:label': label }, ...own.map((shape) => writer.drawn(shape, HIGH))),
  );
  const names = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    'xmlns:inkscape': 'http://www.inkscape.org/namespaces/inkscape',
  };
  const drawn = element('g', { transform: placed, fill: 'none', stroke: '#000' }, ...body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', { ...names, version: '1.1', viewBox: `0 0 ${WIDE} ${HIGH}` }, sheet, element('defs', {}, ...definitions), drawn)}\n`;
}

class SvgShapes {
  readonly #habit: Habit;
  readonly #symbols: DrawnSheet['symbols'];

  constructor(habit: Habit, symbols: DrawnSheet['symbols']) {
    this.#habit = habit;
    this.#symbols = symbols;
  }

  /** `high`: where `y` is 0, counted from the top. */
  drawn(shape: Shape, high: number): string {
    const at = (x: number, y: number): string => `${rounded(x)},${rounded(high - y)}`;
    switch (shape.kind) {
      case 'circle': {
        const { x, y, radius } = shape;
        if (this.#habit.circles === 'circle') return element('circle', { cx: rounded(x), cy: rounded(high - y), r: radius });
        const half = (to: number): string => `A${radius} ${radius} 0 0 1 ${at(to, y)}`;
        return element('path', { d: `M${at(x - radius, y)} ${half(x + radius)} ${half(x - radius)} Z` });
      }
      case 'path':
        return this.#path(shape, at);
      case 'text':
        return this.#text(shape, high);
      case 'use': {
        const { symbol, x, y, turn, isMirrored, attributes } = shape;
        const place = `translate(${at(x, y)}) rotate(${-turn})${isMirrored ? ' scale(-1,1)' : ''}`;
        const texts = attributes.map(({ value, x: left, y: low, height }) =>
          this.#text({ kind: 'text', x: left, y: low, height, words: value, along: 0, turn: 0 }, high),
        );
        const own = this.#symbols.get(symbol) ?? [];
        const used = this.#habit.isCopied
          ? element('g', { transform: place }, ...own.map((one) => this.drawn(one, 0)))
          : element('use', { 'xlink:href': `#${symbol}`, transform: place });
        return [used, ...texts].join('\n');
      }
    }
  }

  #path({ points, isClosed, isFilled, isDashed }: Extract<Shape, { kind: 'path' }>, at: (x: number, y: number) => string): string {
    const corners = Array.from({ length: points.length / 2 }, (_, place) => at(points[2 * place] ?? 0, points[2 * place + 1] ?? 0));
    const style = { ...(isFilled === true ? { fill: '#000' } : {}), ...(isDashed === true ? { 'stroke-dasharray': '2 1' } : {}) };
    if (isClosed) {
      return this.#habit.lines === 'path'
        ? element('path', { d: `M${corners.join(' L')}z`, ...style })
        : element('polygon', { points: corners.join(' '), ...style });
    }
    const [from = '0,0', to = '0,0'] = corners;
    if (this.#habit.lines === 'line' && corners.length === 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [...from.split(','), ...to.split(',')];
      return element('line', { x1, y1, x2, y2, ...style });
    }
    return this.#habit.lines === 'polyline'
      ? element('polyline', { points: corners.join(' '), ...style })
      : element('path', { d: `M ${corners.join(' ')}`, ...style });
  }

  #text({ x, y, height, words, along, turn }: Extract<Shape, { kind: 'text' }>, high: number): string {
    const { texts, hasSheet } = this.#habit;
    const style = {
      ...(hasSheet ? { class: className(height) } : { 'font-size': rounded(height * SIZE) }),
      ...(along === 0 ? {} : { 'text-anchor': 'middle' }),
    };
    const place = { x: rounded(x), y: rounded(high - y) };
    if (texts === 'transform' || turn !== 0) {
      const turned = turn === 0 ? '' : ` rotate(${-turn})`;
      return element('text', { ...style, transform: `translate(${place.x} ${place.y})${turned}` }, plain(words));
    }
    return texts === 'place'
      ? element('text', { ...place, ...style }, plain(words))
      : element('text', style, element('tspan', place, plain(words)));
  }
}

function plain(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function className(height: number): string {
  return `h${String(rounded(height)).replace('.', '_')}`;
}
