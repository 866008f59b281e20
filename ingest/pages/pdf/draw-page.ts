import { createCanvas } from '@napi-rs/canvas';
import { FaultlineError } from '../../../kernel/index.ts';
import { markPage, type PageMarks } from '../mark-boxes.ts';
import { openDocument } from './open-pdf.ts';

/** Some 50 megabytes of pixels: a large drawing is drawn smaller instead of taking all memory. */
const MAX_PIXELS = 12_000_000;

/**
 * Draws one page with pdf.js on a canvas of @napi-rs and marks boxes on it. Fonts that the file does not carry are drawn by
 * the package's own substitutes; Chinese ones among them show as empty boxes.
 * @throws FaultlineError no-page-image when the file cannot be opened or has no such page.
 */
export async function drawPdfPage(path: string, number: number, marks: PageMarks, scale: number): Promise<Uint8Array> {
  const opened = await openDocument(path);
  if (!opened.ok) throw new FaultlineError('no-page-image', 'The PDF cannot be opened, so none of its pages can be drawn.');
  const document = opened.value;
  try {
    if (!Number.isInteger(number) || number < 1 || number > document.numPages) {
      throw new FaultlineError('no-page-image', `The PDF has ${document.numPages} pages; there is no page ${number}.`);
    }
    const page = await document.getPage(number);
    const whole = page.getViewport({ scale: 1 });
    const fitting = Math.min(scale, Math.sqrt(MAX_PIXELS / (whole.width * whole.height)));
    const viewport = page.getViewport({ scale: fitting });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    // The types of pdf.js name the browser's canvas; the one of @napi-rs has all that it calls.
    await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
    markPage(context, marks, fitting);
    return canvas.encode('png');
  } finally {
    await document.loadingTask.destroy();
  }
}
