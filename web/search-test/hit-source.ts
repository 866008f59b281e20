import type { Citation, SearchHit } from '../contract.ts';

/** A hit as a place that can be drawn: the whole passage is what is cited. */
export function hitSource({ passageId, documentId, versionId, title, documentNumber, revision, text, anchors }: SearchHit): Citation {
  return {
    passageId,
    documentId,
    versionId,
    title,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    start: 0,
    end: text.length,
    quote: text,
    anchors,
  };
}
