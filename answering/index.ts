export { aigcLabel, CONTENT_ORIGINS } from './aigc-label.ts';
export type { Answer, AnswerContent, AnswerRequest, CutReason } from './answer.ts';
export { ANSWER_MODES, CUT_REASONS, DEGRADATIONS, DERIVED_KINDS, LACK_REASONS, REFUSAL_REASONS } from './answer.ts';
export type { AnswerEvent } from './answer-event.ts';
export { streamAnswer } from './answer-question.ts';
export { citedCorrections } from './compose/cited-corrections.ts';
export { quotePassage } from './compose/composition.ts';
export { diagnose } from './diagnosis/diagnose.ts';
export {
  CAUSE_ORDERS,
  CAUSE_STANDINGS,
  DIAGNOSIS_STATES,
  type Diagnosis,
  type DiagnosisRequest,
} from './diagnosis/diagnosis.ts';
export { CHANGED_THINGS, DRAWN_BASES, DRAWN_CHANGES, DRAWN_LINKS } from './drawn-statement.ts';
export { recompute } from './figures/recompute.ts';
export { BLOCK_FEATURES, type BlockFeature } from './quote/block-features.ts';
export { judgeRequest } from './quote/judge-request.ts';
export { mayAnswer } from './quote/may-answer.ts';
export { logOdds, READ, readableBy } from './quote/read-blocks.ts';
export { READING_REPLIES, readingPrompt } from './quote/reading-prompt.ts';
export { RERANKED, readingText, rerankBlocks } from './quote/rerank-blocks.ts';
export { type Reliability, reliabilityOf } from './reliability/reliability-of.ts';
export { OMISSION_KINDS } from './verify/find-omissions.ts';
export { ADVICE_FEATURES, type AdviceFeature, adviceFeatures } from './verify/support/advised-chance.ts';
export { type Assessment, type AssessRequest, assessClaims, measureClaims, STRICTNESSES } from './verify/support/assess-claims.ts';
export { type ChanceCalibration, calibrateChance, chanceOdds, supportDigest } from './verify/support/calibrate-chance.ts';
export { READING_FEATURES, type ReadingFeature, readingFeatures, supportChance } from './verify/support/support-chance.ts';
export { SUPPORT_FEATURES, type SupportFeature } from './verify/support/support-features.ts';
export type { Verification } from './verify/verify-claims.ts';
export { readReply } from './wording/read-reply.ts';
