export { columnRoles } from './columns/column-roles.ts';
export { recordKindOf } from './columns/record-kind-of.ts';
export { type ConceptMention, findConcepts } from './extract/find-concepts.ts';
export { stepMarker } from './extract/step-marker.ts';
export { type WarningLevel, warningSignal } from './extract/warning-signal.ts';
export { conceptById, conceptNames, conceptsOfKind } from './vocabularies/catalogue.ts';
export type { Concept } from './vocabularies/concept.ts';
