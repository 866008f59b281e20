import type { AnswerContent } from '../../../answering/index.ts';
import { fold } from '../../../kernel/index.ts';
import type { FieldQuestion } from './field-question.ts';

/**
 * `right`: answered with all atoms; `partly`: with some; `wrong`: with none, with what holds for another product, or though nothing
 * answers; `wrongly-refused`: not answered though something answers; `falsely-denied`: likewise, with the words that the documents
 * say nothing; `rightly-refused`: not answered, or corrected, where nothing answers.
 */
export const FIELD_GRADES = ['right', 'partly', 'wrong', 'wrongly-refused', 'falsely-denied', 'rightly-refused'] as const;
export type FieldGrade = (typeof FIELD_GRADES)[number];

/** Grades an answer by what its claims say; their order and what else they say is left to readers. */
export function gradeFieldAnswer(question: FieldQuestion, content: AnswerContent): FieldGrade {
  const claims = [...content.claims, ...content.safety].map(({ text }) => tight(text));
  const held = atomsIn(question, claims);
  const isWhole = question.atoms.length > 0 && held === question.atoms.length;
  if (content.decision !== 'answered') {
    if (!question.answerable) return 'rightly-refused';
    return content.reason === 'absent' ? 'falsely-denied' : 'wrongly-refused';
  }
  if (!question.answerable) return isWhole ? 'rightly-refused' : 'wrong';
  const isOther = claims.some(
    (claim) => holdsAny(claim, question.forbidden) && !question.atoms.some((wordings) => holdsAny(claim, wordings)),
  );
  if (isOther || held === 0) return 'wrong';
  return isWhole ? 'right' : 'partly';
}

/** How many of a question's atoms texts hold. */
export function atomsHeld(question: Pick<FieldQuestion, 'atoms'>, texts: readonly string[]): number {
  return atomsIn(question, texts.map(tight));
}

function atomsIn({ atoms }: Pick<FieldQuestion, 'atoms'>, texts: readonly string[]): number {
  return atoms.filter((wordings) => texts.some((text) => holdsAny(text, wordings))).length;
}

function holdsAny(claim: string, wordings: readonly string[]): boolean {
  return wordings.some((words) => holds(claim, tight(words)));
}

/** A number is not held by a longer one. */
function holds(claim: string, words: string): boolean {
  for (let at = claim.indexOf(words); at >= 0; at = claim.indexOf(words, at + 1)) {
    const goesOn = /\d$/u.test(words) && /^(?:\d|[.,]\d)/u.test(claim.slice(at + words.length));
    const cameBefore = /^\d/u.test(words) && /(?:\d|\d[.,])$/u.test(claim.slice(0, at));
    if (!goesOn && !cameBefore) return true;
  }
  return false;
}

/** Marks of emphasis and code in a source are no words of it. */
function tight(text: string): string {
  return fold(text).replace(/[\s|*`]+/gu, '');
}
