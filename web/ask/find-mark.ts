/** Part of a picture, in its pixels. */
export interface MarkedPart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Fewer pixels of the colour in a line are no mark: a coloured sign of the page itself. */
const LEAST_IN_LINE = 8;

/**
 * Where the cited words are marked in a picture, found by the colour that the service lays over them; absent where nothing is marked.
 * `pixels` are red, green, blue and opacity of each, line by line.
 */
export function findMark(pixels: ArrayLike<number>, width: number, height: number): MarkedPart | undefined {
  let left = width;
  let right = 0;
  let top: number | undefined;
  let bottom = 0;
  for (let y = 0; y < height; y += 1) {
    let count = 0;
    let first = width;
    let last = 0;
    for (let x = 0; x < width; x += 1) {
      if (!isMarked(pixels, (y * width + x) * 4)) continue;
      count += 1;
      first = Math.min(first, x);
      last = x;
    }
    if (count < LEAST_IN_LINE) continue;
    top ??= y;
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return top === undefined ? undefined : { left, top, right, bottom };
}

/** A light yellow, over paper and over words alike. */
function isMarked(pixels: ArrayLike<number>, at: number): boolean {
  const red = pixels[at] ?? 0;
  const green = pixels[at + 1] ?? 0;
  const blue = pixels[at + 2] ?? 0;
  return red > 225 && green > 190 && blue < 190 && red - blue > 60 && red - green < 45;
}
