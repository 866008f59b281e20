import type { Anchor } from './anchor.ts';
import { canonicalJson, compareText, type Json } from './canonical-json.ts';
import { type DecisionId, type FactId, type KeyId, makeFactId, type PassageId } from './ids.ts';
import type { Predicate } from './predicate.ts';
import type { Value } from './value.ts';

/** `stated`: a document says so in general; `observed`: a log saw it happen; `derived`: a rule concludes it from facts. */
export type EvidenceStatus = 'stated' | 'observed' | 'derived';

/** The quoted span that supports a fact. `quote` equals the passage's text from `start` to `end`. */
export interface Evidence {
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly anchors: readonly Anchor[];
  readonly extractor: string;
  readonly extractorVersion: string;
  /** From 0 to 1: the extractor's own grade, not a probability. */
  readonly confidence: number;
  readonly status: EvidenceStatus;
  /** Decisions of people without which this would not count: the document alone does not say it so. */
  readonly decisions?: readonly DecisionId[];
}

export type FactObject = { readonly kind: 'key'; readonly key: KeyId } | { readonly kind: 'value'; readonly value: Value };

export const QUALIFIER_NAMES = ['parameter', 'condition', 'order', 'from', 'to', 'component', 'note', 'severity', 'quantity'] as const;
export type QualifierName = (typeof QUALIFIER_NAMES)[number];
export interface Qualifier {
  readonly name: QualifierName;
  readonly value: FactObject;
}

export interface Fact {
  readonly id: FactId;
  readonly subject: KeyId;
  readonly predicate: Predicate;
  readonly object: FactObject;
  readonly qualifiers: readonly Qualifier[];
}

/** Builds a fact with its id; qualifiers are put in canonical order. */
export function makeFact(subject: KeyId, predicate: Predicate, object: FactObject, qualifiers: readonly Qualifier[]): Fact {
  const ordered = [...qualifiers].sort((a, b) => compareText(qualifierText(a), qualifierText(b)));
  const id = makeFactId(subject, predicate, objectText(object), `[${ordered.map(qualifierText).join(',')}]`);
  return { id, subject, predicate, object, qualifiers: ordered };
}

/** Canonical text of a fact's object. */
function objectText(object: FactObject): string {
  return canonicalJson(object as unknown as Json);
}

function qualifierText(qualifier: Qualifier): string {
  return canonicalJson({ name: qualifier.name, value: qualifier.value as unknown as Json });
}
