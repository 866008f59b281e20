import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';

/** Quarter turns against the clock. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** How a raster was put straight, and the way back. */
export interface Straightened {
  readonly raster: GreyRaster;
  /** The box around a box of the straightened raster in the raster as it was, both in pixels. */
  back(box: Box): Box;
}

const WHITE = 255;

/** Turns a raster by quarters against the clock and then by a small angle (radians, clockwise positive). */
export function turnRaster(raster: GreyRaster, quarters: QuarterTurns, angle: number): Straightened {
  const upright = turnQuarters(raster, quarters);
  const level = angle === 0 ? upright : turnBy(upright, angle);
  return {
    raster: level,
    back: ({ x0, y0, x1, y1 }) => {
      const corners = [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ].map(([x = 0, y = 0]) => quarterBack(angleBack([x, y], upright, angle), raster, quarters));
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
    },
  };
}

export function turnQuarters(raster: GreyRaster, quarters: QuarterTurns): GreyRaster {
  if (quarters === 0) return raster;
  const { width, height, pixels } = raster;
  const turned = new Uint8Array(width * height);
  const [across, down] = quarters === 2 ? [width, height] : [height, width];
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const [fromX, fromY] = quarters === 1 ? [width - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, height - 1 - x];
      turned[y * across + x] = pixels[fromY * width + fromX] ?? WHITE;
    }
  }
  return { width: across, height: down, pixels: turned };
}

function quarterBack([x, y]: readonly [number, number], { width, height }: GreyRaster, quarters: QuarterTurns): readonly [number, number] {
  switch (quarters) {
    case 0:
      return [x, y];
    case 1:
      return [width - y, x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [y, height - x];
  }
}

/** About the middle, the size stays: what is turned out of it was margin. */
function turnBy({ width, height, pixels }: GreyRaster, angle: number): GreyRaster {
  const turned = new Uint8Array(width * height).fill(WHITE);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = cos * (x - middleX) - sin * (y - middleY) + middleX;
      const fromY = sin * (x - middleX) + cos * (y - middleY) + middleY;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, below] = [fromX - left, fromY - top];
      const at = top * width + left;
      const above = (pixels[at] ?? WHITE) * (1 - right) + (pixels[at + 1] ?? WHITE) * right;
      const under = (pixels[at + width] ?? WHITE) * (1 - right) + (pixels[at + width + 1] ?? WHITE) * right;
      turned[y * width + x] = above * (1 - below) + under * below;
    }
  }
  return { width, height, pixels: turned };
}

function angleBack([x, y]: readonly [number, number], { width, height }: GreyRaster, angle: number): readonly [number, number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [cos * dx - sin * dy + width / 2, sin * dx + cos * dy + height / 2];
}
