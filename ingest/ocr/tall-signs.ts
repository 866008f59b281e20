import { medianOf } from './median-of.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** How high digits and capitals are, and where they end, in pixels. */
export interface TallSigns {
  readonly high: number;
  readonly foot: number;
}

/** Letters that reach below the line are none, nor are those whose ink is a stroke alone. */
const TALL = /^[A-HK-PR-Z0-9]$/u;

/** The digits and capitals of a line, by the middle one; undefined where there are none. */
export function tallSigns({ words }: RecognisedLine): TallSigns | undefined {
  const tall = words.flatMap(({ symbols }) => symbols.filter(({ text }) => TALL.test(text)));
  if (tall.length === 0) return undefined;
  return { high: medianOf(tall.map(({ box }) => box.y1 - box.y0)), foot: medianOf(tall.map(({ box }) => box.y1)) };
}
