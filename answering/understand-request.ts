import type { Access } from '../kernel/index.ts';
import type { AnswerRequest } from './answer.ts';
import type { Evidence } from './dependencies.ts';
import { findScopeNames } from './find-scope-names.ts';
import { analyseConversation, type ResolvedQuestion } from './question/analyse-conversation.ts';

/** The question of a request as it is understood after the earlier ones of its conversation. `now` is in milliseconds UTC. */
export function understandRequest(evidence: Evidence, access: Access, request: AnswerRequest, now: number): Promise<ResolvedQuestion> {
  const documents = request.scope?.documents;
  const context = { keys: evidence.keys, access, now, grammar: evidence.grammar, ...(documents === undefined ? {} : { documents }) };
  return analyseConversation(request.question, request.history ?? [], context, findScopeNames(evidence, access));
}
