import { phrasesOf } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';

/** Nothing was found that could even be shown. What was not found may still be there: that the documents say nothing is not said. */
export function refuseNotFound({ language }: Question): Composition {
  return { kind: 'refuse', reason: 'not-found', missing: phrasesOf(language).nothingFound(), claims: [] };
}
