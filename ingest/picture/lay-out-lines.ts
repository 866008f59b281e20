import type { Ink, Measure, PictureItem, Strip, TextStyle } from './picture.ts';
import type { MarkedText } from './picture-passage.ts';
import { wrapText } from './wrap-text.ts';

export interface LinesPlace {
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly ink: Ink;
}

/** A line takes this many times the size of its letters. */
const LEADING = 1.55;
/** The base line of a line, from its top, in sizes of its letters. */
const BASE = 1.13;

/** Pixels from one line to the next. */
export function lineHeight({ size }: TextStyle): number {
  return Math.round(size * LEADING);
}

/** A text broken into lines, with boxes behind the words that are marked. */
export function layOutLines({ text, marks }: MarkedText, { x, width, style, ink }: LinesPlace, measure: Measure): Strip {
  const across = (part: string): number => measure(part, style);
  const height = lineHeight(style);
  const boxes: PictureItem[] = [];
  const lines = wrapText(text, width, across);
  const texts = lines.map(({ start, end }, index): PictureItem => {
    for (const mark of marks) {
      const from = Math.max(start, mark.start);
      const to = Math.min(end, mark.end);
      if (from >= to) continue;
      const left = across(text.slice(start, from));
      const right = across(text.slice(start, to));
      boxes.push({ kind: 'box', x: x + left - 1, y: index * height, width: right - left + 2, height, ink: 'mark', isFilled: true });
    }
    return { kind: 'text', x, y: index * height + Math.round(style.size * BASE), text: text.slice(start, end), style, ink };
  });
  return { height: lines.length * height, items: [...boxes, ...texts] };
}
