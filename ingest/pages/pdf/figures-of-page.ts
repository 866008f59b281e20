import { sha256 } from '../../../kernel/index.ts';
import type { Figure, Glyph } from '../../layout/glyph.ts';
import { type FigurePlace, findFigures, type PaintedImage } from '../figure/find-figures.ts';
import type { PDFPageProxy } from './pdfjs.ts';

/** Places of an image, spread evenly, that tell it from others, and images of one picture that are looked at. */
const SAMPLES = 8_192;
const MOST_IMAGES = 40;
/** For an image that pdf.js never gives: all it has are given once they are unpacked, or as nothing where that fails. */
const MOST_MILLISECONDS = 20_000;

/** The pictures on a page, while its images are held. */
export async function figuresOfPage(
  page: PDFPageProxy,
  images: readonly PaintedImage[],
  glyphs: readonly Glyph[],
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const place of findFigures(images, glyphs)) figures.push(await figureAt(page, place));
  return figures;
}

async function figureAt(page: PDFPageProxy, { box, images }: FigurePlace): Promise<Figure> {
  const samples: string[] = [];
  let missing = 0;
  for (const { name, width, box: own } of images.slice(0, MOST_IMAGES)) {
    const pixels = name === undefined ? undefined : await pixelsOf(page, name);
    if (name !== undefined && pixels === undefined) missing += 1;
    // An image whose pixels are not to be had is told by its place and page, so that it is equal to none.
    samples.push(pixels === undefined ? `${page.pageNumber} ${width} ${JSON.stringify(own)}` : `${width} ${sampled(pixels)}`);
  }
  const dpi = Math.max(...images.map(({ width, box: { x0, x1 } }) => (72 * width) / Math.max(1, x1 - x0)));
  return { box, key: sha256(samples.join('\n')).slice(0, 16), dpi, isFaulty: missing > 0 && missing === samples.length };
}

function sampled(pixels: Uint8Array | Uint8ClampedArray): string {
  const step = Math.max(1, Math.floor(pixels.length / SAMPLES));
  const taken = new Uint8Array(Math.ceil(pixels.length / step));
  for (let at = 0, from = 0; from < pixels.length; at += 1, from += step) taken[at] = pixels[from] ?? 0;
  return `${pixels.length} ${sha256(taken)}`;
}

/** The pixels of an image; undefined of one whose data could not be made out. */
async function pixelsOf(page: PDFPageProxy, name: string): Promise<Uint8Array | Uint8ClampedArray | undefined> {
  // What several pages use is held by the document.
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MOST_MILLISECONDS);
  });
  const held = new Promise<unknown>((resolve) => {
    objects.get(name, resolve);
  });
  const image = await Promise.race([held, late]);
  clearTimeout(timer);
  const data: unknown = typeof image === 'object' && image !== null && 'data' in image ? image.data : undefined;
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray ? data : undefined;
}
