export { openMemorySearchIndex } from './adapters/memory/memory-search-index.ts';
export { openSqliteSearchIndex } from './adapters/sqlite/sqlite-search-index.ts';
export { ANALYSER_VERSION, analyse } from './analyse.ts';
export type {
  Answer,
  AnswerContent,
  AnswerDecision,
  AnswerRequest,
  Candidate,
  Citation,
  Claim,
  Computed,
  Conflict,
  Degradation,
  RefusalReason,
} from './answer/answer.ts';
export { answerQuestion } from './answer/answer-question.ts';
export type { Evidence, FindQuery, FoundPassage } from './answer/dependencies.ts';
export { evidencePack } from './evidence-pack.ts';
export { embeddingText, indexPassage, passageTokens } from './index-passage.ts';
export { analyseQuestion } from './question/analyse-question.ts';
export type { Intent, Question } from './question/question.ts';
export { INTENTS } from './question/question.ts';
export { recall } from './recall/recall.ts';
export type { SearchHit } from './search.ts';
export { search } from './search.ts';
export type { IndexedPassage, SearchIndex } from './search-index.ts';
export type { Check, CheckedClaim, ClaimInput } from './verify/check.ts';
export type { SourceText } from './verify/source-text.ts';
export type { Verification, VerifyRequest } from './verify/verify-claims.ts';
export { verifyClaims } from './verify/verify-claims.ts';
