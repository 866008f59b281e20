import type { Transform } from '../model/transform.ts';
import type { PaintedItem } from './painted-page.ts';

/** Forms within forms that are kept as such; what lies deeper is painted by the one around. */
const DEEPEST = 32;
/** Paper has it, and so has what covers something without showing. */
const WHITE = '#ffffff';

/** Colours (`#rrggbb`) that a path is painted in; undefined where it is not stroked or not filled. */
interface Paint {
  readonly stroke: string | undefined;
  readonly fill: string | undefined;
}

/** The layer (optional content) that a path stands on, and whether it is switched off. */
export interface OnLayer {
  readonly layer: string;
  readonly isHidden: boolean;
}

/** Collects the paths that a page shows, form by form. Maps lead to points of the page, `y` downwards. */
export class PagePaint {
  readonly items: PaintedItem[] = [];
  readonly #open: PaintedItem[][] = [];
  #count = 0;

  /** Paths, in forms as often as these are painted. */
  get count(): number {
    return this.#count;
  }

  openForm(transform: Transform): void {
    const around = this.#current;
    const inner: PaintedItem[] = this.#open.length < DEEPEST ? [] : around;
    if (inner !== around) around.push({ kind: 'form', transform, items: inner });
    this.#open.push(inner);
  }

  closeForm(): void {
    this.#open.pop();
  }

  path(data: ArrayLike<number>, transform: Transform, { stroke, fill }: Paint, { layer, isHidden }: OnLayer): void {
    const isStroked = stroke !== undefined && stroke !== WHITE;
    const isFilled = fill !== undefined && (fill !== WHITE || isStroked);
    if (!isStroked && !isFilled) return;
    this.#count += 1;
    this.#current.push({ kind: 'path', data, transform, isStroked, isFilled, layer, isHidden });
  }

  get #current(): PaintedItem[] {
    return this.#open.at(-1) ?? this.items;
  }
}
