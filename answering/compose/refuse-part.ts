import { phrasesOf } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';

/** A section or table that could not be read to its ends: what is missing from it may be the step or warning that matters. */
export function refusePart({ language }: Question, document: string, name: string): Composition {
  return {
    kind: 'refuse',
    reason: 'unread-part',
    missing: phrasesOf(language).unreadEnd(document, name),
    claims: [],
    candidates: [{ text: name }],
  };
}
