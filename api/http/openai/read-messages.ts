import type { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import type { completionRequestSchema } from '../../contract/openai.ts';

type Messages = z.infer<typeof completionRequestSchema>['messages'];

/** Earlier questions that complete a question: as many as a conversation keeps. */
const MOST_EARLIER = 20;

/** What the user asks, and asked before. @throws FaultlineError `invalid-request` when the user says nothing. */
export function readMessages(messages: Messages): { readonly question: string; readonly history: readonly string[] } {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => textOf(content));
  const question = said.at(-1);
  if (question === undefined || question.trim() === '')
    throw new FaultlineError('invalid-request', 'The last message of the role "user" is the question; there is none with a text.');
  return {
    question,
    history: said
      .slice(0, -1)
      .filter((text) => text.trim() !== '')
      .slice(-MOST_EARLIER),
  };
}

function textOf(content: Messages[number]['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : [])).join('\n');
}
