import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';

/** A section or table that could not be read to its ends: what is missing from it may be the step or warning that matters. */
export function refusePart(question: Question, document: string, name: string): Composition {
  const missing =
    question.language === 'zh'
      ? `《${document}》中的“${name}”太长，未能读到末尾，步骤或警告可能不全，因此不作回答；请直接查阅该文档。`
      : `“${name}” in “${document}” is too long to be read to its end. Steps or warnings could be missing, so nothing is answered: read it in the document.`;
  return { kind: 'refuse', reason: 'absent', missing, claims: [], candidates: [{ text: name }] };
}
