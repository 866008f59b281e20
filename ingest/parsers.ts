import type { Format } from '../kernel/index.ts';
import type { DocumentParser } from './document-parser.ts';

/** The parser of each format, loaded when first asked for: a CSV file never loads the PDF library. */
const PARSERS: Readonly<Record<Format, () => Promise<DocumentParser>>> = {
  csv: async () => (await import('./parsers/csv/csv-parser.ts')).csvParser,
  xlsx: async () => (await import('./parsers/xlsx/xlsx-parser.ts')).xlsxParser,
  docx: async () => (await import('./parsers/docx/docx-parser.ts')).docxParser,
  html: async () => (await import('./parsers/html/html-parser.ts')).htmlParser,
  markdown: async () => (await import('./parsers/markdown/markdown-parser.ts')).markdownParser,
  rst: async () => (await import('./parsers/rst/rst-parser.ts')).rstParser,
  text: async () => (await import('./parsers/text/text-parser.ts')).textParser,
  pdf: async () => (await import('./parsers/pdf/pdf-parser.ts')).pdfParser,
};

export function loadParser(format: Format): Promise<DocumentParser> {
  return PARSERS[format]();
}
