export type { ReadLimits, Survey } from './document-parser.ts';
export { DEFAULT_READ_LIMITS } from './document-parser.ts';
export type { ReadEvent } from './sandbox/read-document.ts';
export { readDocument } from './sandbox/read-document.ts';
export { readHere } from './sandbox/read-here.ts';
export { renderInChild as renderPage } from './sandbox/render-in-child.ts';
