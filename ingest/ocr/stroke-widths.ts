import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/**
 * A line whose signs say how wide their strokes are: twice the ink over the length of its outline, which is the mean width of strokes however
 * they run. Of print in one size it tells bold from regular.
 */
export function withStrokeWidths(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const words = line.words.map((word) => ({
    ...word,
    symbols: word.symbols.map((symbol) => {
      const stroke = strokeWidth(symbol.box, raster, threshold);
      return stroke === undefined ? symbol : { ...symbol, stroke };
    }),
  }));
  return { ...line, words };
}

function strokeWidth(box: Box, { width, height, pixels }: GreyRaster, threshold: number): number | undefined {
  const [left, right] = [Math.max(0, Math.floor(box.x0)), Math.min(width, Math.ceil(box.x1))];
  const [top, bottom] = [Math.max(0, Math.floor(box.y0)), Math.min(height, Math.ceil(box.y1))];
  const isInk = (x: number, y: number) => x >= left && x < right && y >= top && y < bottom && (pixels[y * width + x] ?? 255) < threshold;
  let [ink, outline] = [0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      if (!isInk(x, y)) continue;
      ink += 1;
      for (const [aside, down] of SIDES) if (!isInk(x + aside, y + down)) outline += 1;
    }
  return ink === 0 ? undefined : (2 * ink) / outline;
}

const SIDES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;
