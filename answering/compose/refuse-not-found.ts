import type { Access } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';

/**
 * Nothing was found that could even be shown. What was not found may still be there, so that the documents say nothing is not said;
 * where the reader may read no document at all, that is.
 */
export async function refuseNotFound(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  { language }: Question,
): Promise<Composition> {
  const isEmpty = (await passages.documents(access)).length === 0;
  const phrases = phrasesOf(language);
  return {
    kind: 'refuse',
    reason: isEmpty ? 'nothing-read' : 'not-found',
    missing: isEmpty ? phrases.nothingRead() : phrases.nothingFound(),
    claims: [],
  };
}
