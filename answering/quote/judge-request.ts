import type { Access } from '../../kernel/index.ts';
import type { AnswerRequest } from '../answer.ts';
import { gatherEvidence, validRanked } from '../compose/gather-evidence.ts';
import { readAsCorrected } from '../compose/read-as-corrected.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { understandRequest } from '../understand-request.ts';
import { type JudgedBlock, judgeBlocks } from './judge-blocks.ts';

/** What `composeQuotes` chooses from, for measuring and learning: the blocks of a question, the likeliest first. */
export async function judgeRequest(
  given: Evidence,
  access: Access,
  request: AnswerRequest,
  signal: AbortSignal,
): Promise<{ readonly question: Question; readonly judged: readonly JudgedBlock[] }> {
  const evidence = readAsCorrected(given);
  const { question } = await understandRequest(evidence, access, request, evidence.clock.now());
  const gathered = await gatherEvidence(evidence, access, question, signal);
  return { question, judged: await judgeBlocks(evidence, access, question, validRanked(question, gathered), signal) };
}
