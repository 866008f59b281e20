import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Pixels of a picture in the colours that lie behind cited words: on drawings, and paler on pages. */
export async function countMarked(png: Uint8Array): Promise<number> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) > 240 && (data[at + 1] ?? 0) > 200 && (data[at + 2] ?? 0) < 180) count += 1;
  return count;
}
