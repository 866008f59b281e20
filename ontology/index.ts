export { columnRoles } from './columns/column-roles.ts';
export { recordKindOf } from './columns/record-kind-of.ts';
export { extractChunk } from './extract/extract-chunk.ts';
export { EXTRACTOR_VERSION } from './extract/extraction.ts';
export { type ConceptMention, findConcepts } from './extract/find-concepts.ts';
export { stepMarker } from './extract/step-marker.ts';
export { warningSignal } from './extract/warning-signal.ts';
export { splitSentences } from './normalise/split-sentences.ts';
export { conceptById, conceptNames, conceptsOfKind } from './vocabularies/catalogue.ts';
