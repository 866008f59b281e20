import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Random } from '../demo-plant/random.ts';
import { type ScanManner, scanPage } from './scan-page.ts';

/** Of JPEG: as scanners store clean pages. */
const QUALITY = 85;

/** A drawn page as a scanner gives it, as JPEG. @param dpi pixels an inch of the picture. */
export async function scanPicture(random: Random, png: Buffer, dpi: number, manner: ScanManner): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
  const { bytes, format } = await scanPage(random, { width, height, rgba: data, dpi, text: '', facts: [] }, manner);
  if (format === 'jpeg') return bytes;
  const scanned = createCanvas(width, height);
  scanned.getContext('2d').drawImage(await loadImage(bytes), 0, 0);
  return scanned.encode('jpeg', QUALITY);
}
