import type { Box } from '../../../kernel/index.ts';
import { wrapText } from './wrap-text.ts';

export type Face = 'regular' | 'bold';
export type Measure = (text: string, face: Face, size: number) => number;

export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face: Face;
      readonly size: number;
      readonly x: number;
      readonly y: number;
      readonly colour: string;
    }
  | { readonly kind: 'line'; readonly box: Box; readonly width: number; readonly colour: string }
  | { readonly kind: 'fill'; readonly box: Box; readonly colour: string };

/** Where a keyed text was placed; `quote` is the text as the source has it, without the line breaks of the page. */
export interface Span {
  readonly key: string;
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly quote: string;
}

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
}

export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 533.28, top: 84, bottom: 768 } as const;

/** The font's ascent in em: pdfkit puts the top of a line this far above its base line. */
const ASCENT = 1.16;
/** Extent of the printed characters about the base line in em. */
const ABOVE = 0.88;
const BELOW = 0.2;

/** Pages being filled: marks to draw and spans to point at, in points from the top left. Knows no content. */
export class PageCanvas {
  readonly pages: Mark[][] = [];
  readonly spans: Span[] = [];
  y: number = PAGE.top;
  readonly #measure: Measure;
  readonly #leading: number;

  /** @param leading line distance in em */
  constructor(measure: Measure, leading: number) {
    this.#measure = measure;
    this.#leading = leading;
  }

  get page(): number {
    return this.pages.length;
  }

  newPage(): void {
    this.pages.push([]);
    this.y = PAGE.top;
  }

  /** Begins a new page when less than `height` points are left. */
  reserve(height: number): void {
    if (this.y + height > PAGE.bottom) this.newPage();
  }

  lineHeight(style: TextStyle): number {
    return style.size * this.#leading;
  }

  widthOf(text: string, style: TextStyle): number {
    return this.#measure(text, style.face, style.size);
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapText(text, width, (piece) => this.widthOf(piece, style));
  }

  mark(mark: Mark): void {
    const page = this.pages.at(-1);
    if (page === undefined) throw new RangeError('a mark needs a page');
    page.push(mark);
  }

  /** Places lines at a fixed spot of the present page and records their boxes under the key. */
  place(lines: readonly string[], x: number, y: number, style: TextStyle, keyed?: { key: string; quote: string }): void {
    const boxes = lines.map((text, index): Box => {
      const top = y + index * this.lineHeight(style);
      this.mark({ kind: 'text', text, face: style.face, size: style.size, x, y: top, colour: style.colour ?? '#1a1a1a' });
      const base = top + ASCENT * style.size;
      return { x0: x, y0: base - ABOVE * style.size, x1: x + this.widthOf(text, style), y1: base + BELOW * style.size };
    });
    if (keyed !== undefined) this.spans.push({ key: keyed.key, page: this.page, boxes: boxes.map(rounded), quote: keyed.quote });
  }
}

function rounded(box: Box): Box {
  const cut = (value: number): number => Math.round(value * 100) / 100;
  return { x0: cut(box.x0), y0: cut(box.y0), x1: cut(box.x1), y1: cut(box.y1) };
}
