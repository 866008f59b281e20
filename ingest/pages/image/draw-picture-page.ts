import { createCanvas, ImageData } from '@napi-rs/canvas';
import { FaultlineError } from '../../../kernel/index.ts';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import { openPicture, type PictureFormat, type PicturePage } from '../../raster/open-picture.ts';
import { markPage, type PageMarks } from '../mark-boxes.ts';

/** Some 50 megabytes of pixels: a large sheet is drawn smaller instead of taking all memory. */
const MAX_PIXELS = 12_000_000;

/**
 * Draws one page of a picture file with boxes marked on it; `scale` in pixels a point.
 * @throws FaultlineError no-page-image when the file cannot be opened or has no such page.
 */
export async function drawPicturePage(
  path: string,
  format: PictureFormat,
  number: number,
  marks: PageMarks,
  scale: number,
): Promise<Uint8Array> {
  const opened = await openPicture(path, format, DEFAULT_READ_LIMITS);
  if (!opened.ok) throw new FaultlineError('no-page-image', 'The picture cannot be opened, so it cannot be drawn.');
  const page = opened.value[number - 1];
  if (page === undefined) {
    throw new FaultlineError('no-page-image', `The picture has ${opened.value.length} pages; there is no page ${number}.`);
  }
  return drawOpened(page, marks, scale);
}

/** The same of a page that is open already. */
export async function drawOpened(page: PicturePage, marks: PageMarks, scale: number): Promise<Uint8Array> {
  const { width, height, rgba } = await page.decode();
  const whole = createCanvas(width, height);
  whole.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
  const [pointsWide, pointsHigh] = [(width * 72) / page.dpi, (height * 72) / page.dpi];
  const fitting = Math.min(scale, Math.sqrt(MAX_PIXELS / (pointsWide * pointsHigh)));
  const canvas = createCanvas(Math.max(1, Math.ceil(pointsWide * fitting)), Math.max(1, Math.ceil(pointsHigh * fitting)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(whole, 0, 0, pointsWide * fitting, pointsHigh * fitting);
  markPage(context, marks, fitting);
  return canvas.encode('png');
}
