import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Box } from '../../kernel/index.ts';
import type { Random } from '../demo-plant/random.ts';
import type { DrawnFact, DrawnPage } from './draw-page.ts';
import { wearPaper } from './wear-paper.ts';

/** How a page lies under the scanner and what the scanner makes of it. */
export interface ScanManner {
  readonly degraded: boolean;
  /** Quarter turns clockwise. */
  readonly quarters: 0 | 1 | 2 | 3;
  /** Degrees, clockwise. */
  readonly skew: number;
}

/** A scanned page as a picture file, with its facts where they stand on it, in points. */
export interface ScannedPage {
  readonly bytes: Buffer;
  readonly format: 'png' | 'jpeg';
  /** Size in pixels, and pixels an inch, which the file does not say. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly facts: readonly DrawnFact[];
}

const JPEG_QUALITY = 60;

/** Turns, blurs and stores a drawn page as a scanner would. */
export async function scanPage(random: Random, page: DrawnPage, { degraded, quarters, skew }: ScanManner): Promise<ScannedPage> {
  const [width, height] = quarters % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
  const angle = (quarters * Math.PI) / 2 + (skew * Math.PI) / 180;
  const drawn = createCanvas(page.width, page.height);
  drawn.getContext('2d').putImageData(new ImageData(page.rgba, page.width, page.height), 0, 0);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(angle);
  if (degraded) context.filter = 'blur(0.6px)';
  context.drawImage(drawn, -page.width / 2, -page.height / 2);
  const facts = page.facts.map(({ text, box }) => ({ text, box: turnedBox(box, page, { width, height }, angle) }));
  const of = { width, height, dpi: page.dpi, facts };
  if (!degraded) return { ...of, bytes: await canvas.encode('png'), format: 'png' };
  const pixels = context.getImageData(0, 0, width, height);
  wearPaper(pixels.data, random);
  const noisy = createCanvas(width, height);
  noisy.getContext('2d').putImageData(pixels, 0, 0);
  return { ...of, bytes: await noisy.encode('jpeg', JPEG_QUALITY), format: 'jpeg' };
}

function turnedBox(box: Box, page: DrawnPage, to: { readonly width: number; readonly height: number }, angle: number): Box {
  const points = 72 / page.dpi;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [
    [box.x0, box.y0],
    [box.x1, box.y0],
    [box.x1, box.y1],
    [box.x0, box.y1],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [x - (page.width * points) / 2, y - (page.height * points) / 2];
    return [cos * dx - sin * dy + (to.width * points) / 2, sin * dx + cos * dy + (to.height * points) / 2] as const;
  });
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
