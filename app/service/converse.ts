import type { Answer, AnswerEvent } from '../../answering/index.ts';
import type { Caller } from '../../kernel/index.ts';
import type { AskRequest } from '../commands/ask-question.ts';
import type { Service } from './service.ts';

type Conversing = Pick<Service, 'streamAnswer' | 'askQuestion' | 'keepTurn'>;

/**
 * Answers piece by piece and keeps the question where it belongs to a conversation, before the last piece: who has read the answer
 * can ask on. Reading and writing are different threads' work, which is why this is no command of its own.
 */
export async function* streamConversation(
  service: Conversing,
  caller: Caller,
  request: AskRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, undefined> {
  for await (const event of service.streamAnswer(caller, request, signal))
    yield event.kind === 'done' ? { kind: 'done', answer: await kept(service, caller, request, event.answer, signal) } : event;
}

/** The whole answer at once. */
export async function converse(service: Conversing, caller: Caller, request: AskRequest, signal: AbortSignal): Promise<Answer> {
  return kept(service, caller, request, await service.askQuestion(caller, request, signal), signal);
}

async function kept(service: Conversing, caller: Caller, request: AskRequest, answer: Answer, signal: AbortSignal): Promise<Answer> {
  const { conversationId: id, question } = request;
  if (id === undefined) return answer;
  const turn = await service.keepTurn(caller, { conversationId: id, question }, signal);
  return { ...answer, envelope: { ...answer.envelope, conversation: { id, turn } } };
}
