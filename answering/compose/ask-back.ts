import { phrasesOf } from '../../ontology/index.ts';
import type { ResolvedQuestion } from '../question/analyse-conversation.ts';
import type { Composition } from './composition.ts';

/** Of a follow-up that cannot be understood by what was said before it: what it could be about, in place of an answer about anything. */
export function askBack({ question, couldBe }: Pick<ResolvedQuestion, 'question' | 'couldBe'>): Composition | undefined {
  if (couldBe === undefined) return undefined;
  const missing = phrasesOf(question.language).unclear(couldBe.length > 1);
  return { kind: 'clarify', missing, candidates: couldBe.map((text) => ({ text })), claims: [] };
}
