import { type Box, FaultlineError } from '../../../kernel/index.ts';
import type { Point } from '../../plane/point.ts';
import { around, atPoint, boundedBox, boxOf, mappedBox } from './box-of.ts';
import type { DrawingElement, DrawingPath, DrawingText, TextForm } from './drawing.ts';
import { type TextSetting, textExtent } from './text-extent.ts';
import { applied, composed, heightScale, moved, type Transform, turned, turnOf } from './transform.ts';

/** Height of what is drawn nowhere. */
const UNDRAWN = 1;

/** Where something is drawn: on which layer, in which symbol, and by which map from its own units to those of the sheet. */
export interface DrawnIn {
  readonly transform: Transform;
  readonly layer: string;
  readonly isHidden: boolean;
  readonly symbol?: string;
}

export interface TextToAdd {
  readonly id: string;
  readonly form: TextForm;
  readonly text: string;
  /** In units of where it is drawn. */
  readonly at: Point;
  readonly rotation: number;
  readonly setting: Omit<TextSetting, 'lines' | 'stretch' | 'pitch'>;
  readonly tag?: string;
}

/** Puts the elements of a sheet together, with ids that are unique, up to a number of them; those beyond are left out. */
export class SheetBuilder {
  readonly elements: DrawingElement[] = [];
  readonly #most: number;
  readonly #ids = new Map<string, number>();
  #isFull = false;

  constructor(mostElements: number) {
    this.#most = mostElements;
  }

  /** Why not all that was to be added is there; undefined where it is. */
  get fault(): FaultlineError | undefined {
    return this.#isFull
      ? new FaultlineError('limit-exceeded', `The drawing has more than ${this.#most} elements once its symbols are expanded.`)
      : undefined;
  }

  /** Ids are to be unique, which careless programs do not care for. */
  idOf(id: string): string {
    const used = this.#ids.get(id) ?? 0;
    this.#ids.set(id, used + 1);
    return used === 0 ? id : `${id}~${used + 1}`;
  }

  /** Adds a path of at least two points. `points`: in units of where it is drawn. */
  path(id: string, shape: DrawingPath['shape'], points: readonly number[], isClosed: boolean, place: DrawnIn): void {
    if (points.length < 4) return;
    const mapped: number[] = [];
    for (let at = 0; at + 1 < points.length; at += 2) {
      const { x, y } = applied(place.transform, { x: points[at] ?? 0, y: points[at + 1] ?? 0 });
      mapped.push(x, y);
    }
    this.#push({ kind: 'path', ...this.#base(id, place), box: boxOf(mapped) ?? atPoint({ x: 0, y: 0 }), shape, points: mapped, isClosed });
  }

  /** Adds a text and gives its id; undefined for one without words. */
  text({ id, form, text, at, rotation, setting, tag }: TextToAdd, place: DrawnIn): string | undefined {
    const words = text.normalize('NFC').trim();
    if (words === '') return undefined;
    const lines = words.split('\n');
    const hung = composed(place.transform, composed(moved(at.x, at.y), turned(rotation)));
    const element: DrawingText = {
      kind: 'text',
      ...this.#base(id, place),
      box: mappedBox(hung, textExtent({ ...setting, lines, stretch: 1, pitch: 1 })),
      form,
      text: words,
      at: applied(place.transform, at),
      height: setting.height * heightScale(place.transform),
      rotation: turnOf(hung),
      ...(tag === undefined ? {} : { tag }),
    };
    return this.#push(element) === undefined ? undefined : element.id;
  }

  /** Adds what the file says without drawing it, at the box of what it says it of. Gives its id; undefined for no words. */
  stated(id: string, text: string, box: Box, more: { readonly tag?: string; readonly symbol?: string } = {}): string | undefined {
    const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (words === '') return undefined;
    const base = { id: this.idOf(id), layer: '', isHidden: false, ...more };
    const element: DrawingText = {
      kind: 'text',
      ...base,
      box,
      form: 'stated',
      text: words,
      at: { x: box.x0, y: box.y0 },
      height: UNDRAWN,
      rotation: 0,
    };
    return this.#push(element) === undefined ? undefined : base.id;
  }

  /** Adds a symbol and what `fill` adds as parts of it, around which its box is. */
  symbol(id: string, name: string, at: Point, place: DrawnIn, fill: (symbol: string) => void): void {
    const base = this.#base(id, place);
    const point = applied(place.transform, at);
    const symbol = { kind: 'symbol' as const, ...base, name, at: point, transform: place.transform, attributes: [], box: atPoint(point) };
    const index = this.#push(symbol);
    if (index === undefined) return;
    fill(base.id);
    this.elements[index] = { ...symbol, box: boundedBox(around(this.elements, index + 1) ?? symbol.box) };
  }

  #base(id: string, { layer, isHidden, symbol }: DrawnIn): Pick<DrawingElement, 'id' | 'layer' | 'isHidden' | 'symbol'> {
    return { id: this.idOf(id), layer, isHidden, ...(symbol === undefined ? {} : { symbol }) };
  }

  /** Its place among the elements; undefined of one too many. */
  #push(element: DrawingElement): number | undefined {
    if (this.elements.length >= this.#most) {
      this.#isFull = true;
      return undefined;
    }
    return this.elements.push({ ...element, box: boundedBox(element.box) }) - 1;
  }
}
