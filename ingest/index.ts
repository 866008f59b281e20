export { isDrawingFormat } from './drawings/read-drawing.ts';
export { isPageFormat } from './pages/render-page.ts';
export { bytesMissing } from './parser/bytes-missing.ts';
export type { ReadLimits, Survey } from './parser/document-parser.ts';
export { DEFAULT_READ_LIMITS } from './parser/document-parser.ts';
export { PHOTO_LIMITS } from './photo/photo-limits.ts';
export type { PhotoReading } from './photo/photo-reading.ts';
export { describePicture } from './picture/describe-picture.ts';
export { readDelimited } from './read-delimited.ts';
export type { RegisteredFiles } from './register/match-register.ts';
export { matchRegister } from './register/match-register.ts';
export { readRegister } from './register/read-register.ts';
export { answerParent } from './sandbox/answer-parent.ts';
export type { DocumentReader, ReadEvent } from './sandbox/document-reader.ts';
export { openDocumentReader } from './sandbox/document-reader.ts';
export type { Progress, ReadRequest } from './sandbox/messages.ts';
export type { ProcessStatus } from './sandbox/process-status.ts';
export { processStatus, proportionalBytes } from './sandbox/process-status.ts';
export { readHere } from './sandbox/read-here.ts';
export { readPhotoInChild as readPhoto } from './sandbox/read-photo-in-child.ts';
export {
  renderEmbeddedInChild as renderEmbedded,
  renderInChild as renderPage,
  renderPassagesInChild as renderPassages,
  renderSheetInChild as renderSheet,
  renderSheetsInChild as renderSheets,
  viewPageInChild as viewPage,
  viewSheetInChild as viewSheet,
} from './sandbox/render-in-child.ts';
export { SMALL_HEAP } from './sandbox/small-heap.ts';
