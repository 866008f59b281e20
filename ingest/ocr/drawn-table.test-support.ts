import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type GreyRaster, toGrey } from './grey-raster.ts';

/** Pixels a point. */
export const PER_POINT = 4;
const WIDTH = 800;

/** White paper, so many points high, with some dark print near its head, and what is drawn on it in points. */
export function drawn(draw: (pen: SKRSContext2D) => void, high = 120): GreyRaster {
  const height = high * PER_POINT;
  const canvas = createCanvas(WIDTH, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, WIDTH, height);
  pen.scale(PER_POINT, PER_POINT);
  pen.fillStyle = 'black';
  for (let letter = 0; letter < 20; letter += 1) pen.fillRect(20 + letter * 6, 108, 1.5, 7);
  draw(pen);
  return toGrey(pen.getImageData(0, 0, WIDTH, height).data, WIDTH, height);
}

/** A table of two rows and two columns with a shaded head, as office programs draw it. */
export function table(pen: SKRSContext2D): void {
  pen.fillStyle = '#0030c8';
  pen.fillRect(20, 20, 160, 20);
  pen.fillStyle = 'white';
  pen.fillRect(99.5, 20, 0.75, 20);
  for (let letter = 0; letter < 8; letter += 1) pen.fillRect(24 + letter * 5, 26, 1.5, 7);
  pen.fillStyle = '#d0d0d0';
  for (const x of [20, 99.5, 179.5]) pen.fillRect(x, 40, 0.5, 40);
  for (const y of [60, 79.5]) pen.fillRect(20, y, 160, 0.5);
}
