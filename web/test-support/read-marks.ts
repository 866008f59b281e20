import type { Box } from '../../kernel/index.ts';
import type { PageWords } from './words-of-page.ts';

/** A picture in which a page is shown whole or in part. `pixels` are red, green, blue and opacity of each, line by line. */
export interface SeenPage {
  readonly pixels: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  /** Where the whole page lies in the picture, in its pixels; it may reach beyond it. */
  readonly page: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Which words of a page are marked, in the order of the page. */
export interface ReadMarks {
  readonly marked: readonly string[];
  /** Words of which the mark covers a part. */
  readonly cut: readonly string[];
  /** Share of all marked pixels that lie beside the marked words, from 0 to 1. */
  readonly beside: number;
}

const WHOLE = 0.85;
const NONE = 0.1;
/** A mark reaches beyond the letters by what hangs below a line, stands above it, its border: in points. */
const REACH = 7;

/** Reads which words a person sees marked: by the colour over the places where the words really stand, whatever the service says of them. */
export function readMarks({ width: pageWidth, height: pageHeight, words }: PageWords, seen: SeenPage): ReadMarks {
  const across = seen.page.width / pageWidth;
  const down = seen.page.height / pageHeight;
  const part = ({ x0, y0, x1, y1 }: Box, reach: number): Part => ({
    left: Math.max(0, Math.round(seen.page.left + (x0 - reach) * across)),
    right: Math.min(seen.width, Math.round(seen.page.left + (x1 + reach) * across)),
    top: Math.max(0, Math.round(seen.page.top + (y0 - reach) * down)),
    bottom: Math.min(seen.height, Math.round(seen.page.top + (y1 + reach) * down)),
  });
  const covered = words.map(({ box }) => shareOf(seen, part(box, 0)));
  const around = words.flatMap(({ box }, at) => ((covered[at] ?? 0) > NONE ? [part(box, REACH)] : []));
  let all = 0;
  let beside = 0;
  for (let y = 0; y < seen.height; y += 1)
    for (let x = 0; x < seen.width; x += 1) {
      if (!isTinted(seen, x, y)) continue;
      all += 1;
      if (!around.some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom)) beside += 1;
    }
  return {
    marked: words.flatMap(({ text }, at) => ((covered[at] ?? 0) >= WHOLE ? [text] : [])),
    cut: words.flatMap(({ text }, at) => ((covered[at] ?? 0) > NONE && (covered[at] ?? 0) < WHOLE ? [text] : [])),
    beside: all === 0 ? 0 : beside / all,
  };
}

interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function shareOf(seen: SeenPage, { left, right, top, bottom }: Part): number {
  let count = 0;
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (isTinted(seen, x, y)) count += 1;
  const all = Math.max(0, right - left) * Math.max(0, bottom - top);
  return all === 0 ? 0 : count / all;
}

/** Yellow laid over grey of any depth, letters too, takes as much of the blue as of white paper. */
function isTinted({ pixels, width }: SeenPage, x: number, y: number): boolean {
  const at = (y * width + x) * 4;
  const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
  return red - blue > 55 && red - green < 45;
}
