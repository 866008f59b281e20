import { openPdf } from './open-pdf.ts';
import { createPageParser } from './page-parser.ts';

/** Reads PDFs page by page. */
export const pdfParser = createPageParser('pdf', openPdf);
