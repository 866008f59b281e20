import { FaultlineError, type Outcome } from '../../kernel/index.ts';

/** Why a document is not read, or not to its end, in words for a person. */
export interface ReadFault {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** Ends the reason of a refusal, so that a person knows what to send instead. */
export const READ_FORMATS =
  'PDF, DOCX, DOC, PPTX, XLSX, XLS, CSV, HTML, Markdown, reStructuredText, plain text, DXF, DEXPI and SVG drawings and pictures (PNG, JPEG, TIFF) are read.';

/** What an error says of the document, when a parser threw it on purpose; undefined for a fault of the reader itself. */
export function toReadFault(error: unknown): ReadFault | undefined {
  if (!(error instanceof FaultlineError)) return undefined;
  if (error.code === 'limit-exceeded') return { outcome: 'limit-exceeded', reason: error.message };
  return error.code === 'parse-failed' ? { outcome: 'damaged', reason: error.message } : undefined;
}
