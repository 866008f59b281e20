export { detectFormat } from './detect-format.ts';
export type { Conclusion, DocumentParser, ParserInput, ReadLimits, ResumePoint, SegmentChunk, Survey } from './document-parser.ts';
export { DEFAULT_READ_LIMITS } from './document-parser.ts';
export type { ReadFault } from './read-fault.ts';
export { renderPage } from './sandbox/draw-page.ts';
export type { DrawRequest, ReadRequest } from './sandbox/messages.ts';
export type { ReadEvent } from './sandbox/read-document.ts';
export { readDocument } from './sandbox/read-document.ts';
