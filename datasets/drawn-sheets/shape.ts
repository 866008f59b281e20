/** What is drawn, in millimetres of paper, `y` upwards; texts stand level unless `turn` says otherwise. */
export type Shape = Drawn & {
  /** Tag or number of what it is drawn of, for forms that say it; absent of the frame and of pipes. */
  readonly of?: string;
};

type Drawn =
  | {
      readonly kind: 'path';
      readonly points: readonly number[];
      readonly isClosed: boolean;
      readonly isFilled?: boolean;
      readonly isDashed?: boolean;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly words: string;
      /** Where the point is along the text: 0 at its begin, 0.5 in its middle. */
      readonly along: 0 | 0.5;
      readonly turn: number;
    }
  | {
      readonly kind: 'use';
      readonly symbol: string;
      readonly x: number;
      readonly y: number;
      readonly turn: number;
      readonly isMirrored: boolean;
      readonly attributes: readonly {
        readonly name: string;
        readonly value: string;
        readonly x: number;
        readonly y: number;
        readonly height: number;
      }[];
    };

/** Shapes by the name under which they are used. */
export type Symbols = ReadonlyMap<string, readonly Shape[]>;

export interface DrawnSheet {
  readonly symbols: Symbols;
  readonly shapes: readonly Shape[];
  /** Units of the drawing a millimetre of paper. */
  readonly scale: number;
}

export const line = (...points: readonly number[]): Shape => ({ kind: 'path', points, isClosed: false });
export const closed = (...points: readonly number[]): Shape => ({ kind: 'path', points, isClosed: true });
export const filled = (...points: readonly number[]): Shape => ({ kind: 'path', points, isClosed: true, isFilled: true });
export const circle = (x: number, y: number, radius: number): Shape => ({ kind: 'circle', x, y, radius });
export const box = (x0: number, y0: number, x1: number, y1: number): Shape => closed(x0, y0, x1, y0, x1, y1, x0, y1);
export const words = (x: number, y: number, height: number, text: string, along: 0 | 0.5 = 0, turn = 0): Shape => ({
  kind: 'text',
  x,
  y,
  height,
  words: text,
  along,
  turn,
});

/** Shapes as they are drawn where a symbol is used: mirrored in its upright axis, turned against the clock, moved. */
export function placed(shapes: readonly Shape[], x: number, y: number, turn: number, isMirrored: boolean): Shape[] {
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const at = (px: number, py: number): readonly [number, number] => {
    const flipped = isMirrored ? -px : px;
    return [x + flipped * cosine - py * sine, y + flipped * sine + py * cosine];
  };
  return shapes.map((shape): Shape => {
    if (shape.kind === 'path') {
      const points: number[] = [];
      for (let place = 0; place + 1 < shape.points.length; place += 2)
        points.push(...at(shape.points[place] ?? 0, shape.points[place + 1] ?? 0));
      return { ...shape, points };
    }
    const [px, py] = at(shape.x, shape.y);
    return { ...shape, x: px, y: py };
  });
}
