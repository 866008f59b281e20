import { createCanvas } from '@napi-rs/canvas';
import { type Box, failed, ok, type Result } from '../../../kernel/index.ts';
import { toGrey } from '../../ocr/grey-raster.ts';
import type { PageRaster } from '../scan/page-source.ts';
import type { PDFPageProxy } from './pdfjs.ts';

/** Print of manuals is recognised best at this resolution; more takes longer and gains nothing. */
const DPI = 300;
/** A large sheet is drawn smaller instead of taking all memory. */
const MOST_PIXELS = { page: 12_000_000, sheet: 36_000_000 } as const;

/** Draws a part of a page in grey, the box in points, at so many pixels an inch. */
export function rasterOfPart(page: PDFPageProxy, { x0, y0, x1, y1 }: Box, dpi: number): Promise<Result<PageRaster, 'unreadable'>> {
  const scale = dpi / 72;
  const viewport = page.getViewport({ scale, offsetX: -x0 * scale, offsetY: -y0 * scale });
  return drawn(page, viewport, { width: (x1 - x0) * scale, height: (y1 - y0) * scale }, scale);
}

/** Draws a page in grey for recognising it, of a sheet of a drawing with its small print. */
export function rasterOfPage(page: PDFPageProxy, as: keyof typeof MOST_PIXELS): Promise<Result<PageRaster, 'unreadable'>> {
  const whole = page.getViewport({ scale: 1 });
  const scale = Math.min(DPI / 72, Math.sqrt(MOST_PIXELS[as] / (whole.width * whole.height)));
  const viewport = page.getViewport({ scale });
  return drawn(page, viewport, viewport, scale);
}

async function drawn(
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy['getViewport']>,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Result<PageRaster, 'unreadable'>> {
  const [width, height] = [Math.floor(size.width), Math.floor(size.height)];
  if (!(width >= 1 && height >= 1)) return failed('unreadable');
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  try {
    // The types of pdf.js name the browser's canvas; the one of @napi-rs has all that it calls.
    await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  } catch {
    // Whatever pdf.js throws while it draws is a fault of the page: it has no I/O of its own here.
    return failed('unreadable');
  } finally {
    page.cleanup();
  }
  return ok({ raster: toGrey(context.getImageData(0, 0, width, height).data, width, height), dpi: scale * 72 });
}
