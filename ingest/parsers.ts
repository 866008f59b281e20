import type { Format } from '../kernel/index.ts';
import type { DocumentParser } from './parser/document-parser.ts';

/** The parser of each format, loaded when first asked for: a CSV file never loads the PDF library. */
const PARSERS: Readonly<Record<Format, () => Promise<DocumentParser>>> = {
  csv: async () => (await import('./rows/csv/csv-parser.ts')).csvParser,
  xlsx: async () => (await import('./rows/xlsx/xlsx-parser.ts')).xlsxParser,
  xls: async () => (await import('./rows/xls/xls-parser.ts')).xlsParser,
  docx: async () => (await import('./flow/docx/docx-parser.ts')).docxParser,
  doc: async () => (await import('./flow/doc/doc-parser.ts')).docParser,
  pptx: async () => (await import('./flow/pptx/pptx-parser.ts')).pptxParser,
  html: async () => (await import('./flow/html/html-parser.ts')).htmlParser,
  markdown: async () => (await import('./flow/markdown/markdown-parser.ts')).markdownParser,
  rst: async () => (await import('./flow/rst/rst-parser.ts')).rstParser,
  text: async () => (await import('./flow/text/text-parser.ts')).textParser,
  dxf: async () => (await import('./drawings/dxf-parser.ts')).dxfParser,
  dexpi: async () => (await import('./drawings/dexpi-parser.ts')).dexpiParser,
  svg: async () => (await import('./drawings/svg-parser.ts')).svgParser,
  pdf: async () => (await import('./pages/pdf/pdf-parser.ts')).pdfParser,
  png: async () => (await import('./pages/image/picture-parsers.ts')).pngParser,
  jpeg: async () => (await import('./pages/image/picture-parsers.ts')).jpegParser,
  tiff: async () => (await import('./pages/image/picture-parsers.ts')).tiffParser,
};

export function loadParser(format: Format): Promise<DocumentParser> {
  return PARSERS[format]();
}
