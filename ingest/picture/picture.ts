/** What a part of a picture is, for its colour. */
export type Ink = 'text' | 'soft' | 'line' | 'head' | 'mark' | 'bar' | 'warning' | 'warning-edge';

export interface TextStyle {
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
}

/** Pixels that a text takes in one line. */
export type Measure = (text: string, style: TextStyle) => number;

/** A part of a picture, in pixels from the left and the top; `y` of a text is its base line. Later ones lie over earlier ones. */
export type PictureItem =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly style: TextStyle; readonly ink: Ink }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
      readonly isFilled: boolean;
    };

/** Items over one another that are shown together or not at all; their `y` is from the top of the strip. */
export interface Strip {
  readonly height: number;
  readonly items: readonly PictureItem[];
}

export interface Picture extends Strip {
  readonly width: number;
}

/** The same items further down. */
export function lowered(items: readonly PictureItem[], by: number): PictureItem[] {
  return items.map((item) => ({ ...item, y: item.y + by }));
}

/** Strips over one another as one. */
export function stacked(strips: readonly Strip[]): Strip {
  let height = 0;
  const items: PictureItem[] = [];
  for (const strip of strips) {
    items.push(...lowered(strip.items, height));
    height += strip.height;
  }
  return { height, items };
}
