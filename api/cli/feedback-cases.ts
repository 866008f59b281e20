import type { ListedFeedback } from '../../app/index.ts';
import type { FeedbackCase } from '../../eval/index.ts';

/** What was said to be wrong or to be missing, and was not dismissed, as cases to measure by; oldest first. */
export function feedbackCases(feedback: readonly ListedFeedback[]): readonly FeedbackCase[] {
  return feedback
    .filter(({ verdict, state }) => verdict !== 'right' && (state === 'open' || state === 'confirmed'))
    .map(({ id, about, verdict, state, question, understood, observations, asOf, digest, decision, remark, expected }) => ({
      id,
      // Asked by itself, a follow-up has to be the whole question.
      question: understood ?? question,
      ...(about === 'answer' ? {} : { about, observations: [...observations] }),
      verdict: verdict === 'missing' ? ('missing' as const) : ('wrong' as const),
      isConfirmed: state === 'confirmed',
      digest,
      decision,
      ...(asOf === undefined ? {} : { asOf }),
      ...(remark === '' ? {} : { remark }),
      ...(expected === undefined ? {} : { expected }),
    }))
    .reverse();
}
