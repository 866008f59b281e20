import type { Random } from '../demo-plant/random.ts';

/** Share of white that worn paper gives back, and how far a scanner errs, in levels of grey. */
const WHITE = 0.92;
const NOISE = 26;

/** Makes pixels (four bytes each, of greys) those of worn paper under a scanner, in place. */
export function wearPaper(rgba: Uint8ClampedArray, random: Random): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const grey = (rgba[at] ?? 255) * WHITE + (random.next() - 0.5) * NOISE;
    rgba.fill(grey, at, at + 3);
  }
}
