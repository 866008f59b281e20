import { createCanvas, type Image, ImageData, loadImage } from '@napi-rs/canvas';
import type { TiffPage } from './read-tiff.ts';

/** RGBA pixels of a picture, as it is to be shown. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** A whole PNG or JPEG; turned as its EXIF data say. Give it no file that was cut off: the library would not come back. */
export async function decodeFlat(bytes: Buffer): Promise<Pixels> {
  const image: Image = await loadImage(bytes);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

/** One page of a TIFF, turned as its entry says. */
export async function decodeTiffPage(bytes: Buffer, { tags, orientation }: TiffPage): Promise<Pixels> {
  const { default: utif } = await import('utif2');
  const page: Record<string, unknown> = Object.fromEntries(Object.entries(tags).map(([tag, values]) => [tag, [...values]]));
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  utif.decodeImage(whole as ArrayBuffer, page as never);
  const rgba = utif.toRGBA8(page as never);
  const [[width = 0] = [], [height = 0] = []] = [tags.t256, tags.t257];
  return turned({ width, height, rgba }, orientation);
}

/** Quarter turns of the eight orientations; those that mirror are shown as they are stored. */
function turned({ width, height, rgba }: Pixels, orientation: number): Pixels {
  const quarters = orientation === 3 ? 2 : orientation === 6 ? 1 : orientation === 8 ? 3 : 0;
  if (quarters === 0) return { width, height, rgba };
  const stored = createCanvas(width, height);
  stored.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
  const [across, down] = quarters === 2 ? [width, height] : [height, width];
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.translate(across / 2, down / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(stored, -width / 2, -height / 2);
  return { width: across, height: down, rgba: context.getImageData(0, 0, across, down).data };
}
