import type { Box } from '../../../kernel/index.ts';

/** Widths of characters as shares of the height of capitals, as stroke fonts and their substitutes set them on the average. */
const WIDE = 1.25;
const NARROW = 0.45;
const OTHER = 0.85;
const WIDE_CHARACTER =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const NARROW_CHARACTER = /[\sijlI1.,:;'|!()[\]]/u;
/** From base line to base line, as a share of the height of capitals. */
const LINE_PITCH = 5 / 3;
/** What reaches below the base line. */
const DESCENT = 0.25;

/** Estimated width of one line; the files carry no metrics of their fonts. */
function textWidth(line: string, height: number): number {
  let width = 0;
  for (const character of line) width += WIDE_CHARACTER.test(character) ? WIDE : NARROW_CHARACTER.test(character) ? NARROW : OTHER;
  return width * height;
}

export interface TextSetting {
  readonly lines: readonly string[];
  readonly height: number;
  /** Stretch of characters; 1 is none. */
  readonly stretch: number;
  /** Where lines are broken; absent where only the text itself breaks them. */
  readonly breakAt?: number;
  /** Width that the text is fitted to, whatever its characters. */
  readonly fitTo?: number;
  /** Pitch of lines as a share of the usual one. */
  readonly pitch: number;
  /** Share of the width that stands left of the insertion point: 0, 0.5 or 1. */
  readonly leftShare: number;
  /** What the insertion point is on: the base line of the first line, or top, middle, bottom of all. */
  readonly level: 'base' | 'top' | 'middle' | 'bottom';
}

/** Box of a text around its insertion point, before it is turned. */
export function textExtent({ lines, height, stretch, breakAt, fitTo, pitch, leftShare, level }: TextSetting): Box {
  const widths = lines.map((line) => textWidth(line, height) * stretch);
  const printed = widths.map((width) => (breakAt === undefined || breakAt <= 0 ? 1 : Math.max(1, Math.ceil(width / breakAt))));
  const count = Math.max(
    1,
    printed.reduce((sum, one) => sum + one, 0),
  );
  const widest = widths.reduce((most, one) => Math.max(most, one), 0);
  const width = fitTo ?? (breakAt === undefined || breakAt <= 0 ? widest : Math.min(widest, breakAt));
  const below = (count - 1) * height * LINE_PITCH * pitch;
  // Tops and bottoms with the insertion point on the base line of the first line.
  const tops = { base: 0, top: -height, middle: (below - height) / 2, bottom: below };
  const shift = tops[level];
  return {
    x0: -width * leftShare,
    y0: shift - below - DESCENT * height,
    x1: width * (1 - leftShare),
    y1: shift + height,
  };
}
