import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfJs = typeof pdfjs;
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

let loaded: Promise<PdfJs> | undefined;

/** pdf.js, loaded when first used: a process that reads no PDF does not pay for it. */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return loaded;
}

/** Character maps and fonts that the package carries; without the maps most Chinese text is lost. Folders end with a slash. */
export function packagedData(): {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
  readonly iccUrl: string;
} {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(root, name)}/`;
  return { cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts'), wasmUrl: folder('wasm'), iccUrl: folder('iccs') };
}
