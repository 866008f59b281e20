import type { RuledLine, RuledLines } from '../ocr/find-strokes.ts';
import type { GreyRaster } from '../ocr/grey-raster.ts';

/** Length of a line of letters whose feet touch, and how far beside it their stems are looked for, in heights of the usual print. */
const LONGEST = 12;
const BESIDE = 0.3;
/** Shares of its length at which ink stands beside it: stems and no second line. */
const STEMS = { least: 0.2, most: 0.9 } as const;

/** Ruled lines without those that are the feet of letters that touch, as of bold print. */
export function withoutLetters({ level, upright }: RuledLines, raster: GreyRaster, threshold: number, height: number): RuledLines {
  const { width, height: high, pixels } = raster;
  const isRuled = (line: RuledLine, isUpright: boolean): boolean => {
    if (line.to - line.from > LONGEST * height) return true;
    return [-1, 1].every((side) => {
      const beside = Math.round(line.at + side * (line.thickness / 2 + BESIDE * height));
      let inked = 0;
      for (let along = line.from; along < line.to; along += 1) {
        const [x, y] = isUpright ? [beside, along] : [along, beside];
        if (x >= 0 && y >= 0 && x < width && y < high && (pixels[y * width + x] ?? 255) < threshold) inked += 1;
      }
      const share = inked / (line.to - line.from);
      return share < STEMS.least || share > STEMS.most;
    });
  };
  return { level: level.filter((line) => isRuled(line, false)), upright: upright.filter((line) => isRuled(line, true)) };
}
