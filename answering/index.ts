export type { Answer, AnswerContent, AnswerEvent, AnswerRequest } from './answer.ts';
export { ANSWER_MODES } from './answer.ts';
export { streamAnswer } from './answer-question.ts';
export { citedCorrections } from './compose/cited-corrections.ts';
export { recompute } from './figures/recompute.ts';
export type { Verification, VerifyRequest } from './verify/verify-claims.ts';
export { verifyClaims } from './verify/verify-claims.ts';
