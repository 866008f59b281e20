export type { ReadLimits, Survey } from './document-parser.ts';
export { DEFAULT_READ_LIMITS } from './document-parser.ts';
export { answerParent } from './sandbox/answer-parent.ts';
export type { DocumentReader, ReadEvent } from './sandbox/document-reader.ts';
export { openDocumentReader } from './sandbox/document-reader.ts';
export type { Progress, ReadRequest } from './sandbox/messages.ts';
export { readHere } from './sandbox/read-here.ts';
export { renderInChild as renderPage } from './sandbox/render-in-child.ts';
