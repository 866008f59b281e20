export { detectFormat } from './detect-format.ts';
export type { Conclusion, DocumentParser, ParserInput, ReadLimits, ResumePoint, SegmentChunk, Survey } from './document-parser.ts';
export { DEFAULT_READ_LIMITS } from './document-parser.ts';
export type { ReadFault } from './read-fault.ts';
export type { RenderPageRequest } from './render-page.ts';
export type { ReadRequest } from './sandbox/messages.ts';
export type { ReadEvent } from './sandbox/read-document.ts';
export { readDocument } from './sandbox/read-document.ts';
export { renderInChild as renderPage } from './sandbox/render-in-child.ts';
