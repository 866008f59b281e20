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

/** Signs as high as digits, and how near to that of most their foot is, in heights of theirs. */
const HIGH = /^[A-HK-PR-Z0-9bdhkl]$/u;
const ON_LINE = 0.2;

/** The digits, capitals and high letters that stand on the line as most of them do, by the middle one; undefined where there are none. */
export function standingSigns({ words }: RecognisedLine): TallSigns | undefined {
  const boxes = words.flatMap(({ symbols }) => symbols.filter(({ text }) => HIGH.test(text)).map(({ box }) => box));
  if (boxes.length === 0) return undefined;
  const foot = medianOf(boxes.map(({ y1 }) => y1));
  const onLine = boxes.filter(({ y0, y1 }) => Math.abs(y1 - foot) <= ON_LINE * (y1 - y0));
  return { high: medianOf(onLine.map(({ y0, y1 }) => y1 - y0)), foot };
}
