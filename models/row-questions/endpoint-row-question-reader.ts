import { z } from 'zod';
import type { RowQuestionReader } from '../../kernel/index.ts';
import { askChat, type ChatModel } from '../endpoint/ask-chat.ts';
import { readingFromText } from './reading-from-text.ts';
import { rowQuestionPrompt } from './row-question-prompt.ts';

const SERVICE = { name: 'reader of questions over rows', settings: 'FAULTLINE_ROWS' } as const;
/** Of a reply: the words of a long question with their marks, and a query with a condition for each of many columns. */
const MOST_TOKENS = 400;
const MOST_BYTES = 1_048_576;

const REPLY = z.object({
  choices: z.tuple(
    [
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
        logprobs: z.object({ content: z.array(z.object({ token: z.string(), logprob: z.number().max(0) })).min(1) }),
      }),
    ],
    z.unknown(),
  ),
});

/**
 * A language model behind an OpenAI-compatible endpoint (`POST {url}/chat/completions`) that was taught to write how a question over rows is
 * to be read (`tools/row-questions-adapter`). It gives the one reading that it finds likeliest, as likely as the query given the words that it marked; none where
 * what it wrote cannot be read. Opening asks nothing of it.
 */
export function openEndpointRowQuestionReader(options: ChatModel): RowQuestionReader {
  return {
    async read(question, columns, signal) {
      const request = {
        service: SERVICE,
        prompt: rowQuestionPrompt(question, columns),
        more: { max_tokens: MOST_TOKENS, logprobs: true },
        reply: REPLY,
        lacking: 'no reply with the likelihood of its tokens (`logprobs`)',
        mostBytes: MOST_BYTES,
      };
      const [{ message, finish_reason: end, logprobs }] = (await askChat(options, request, signal)).choices;
      const written = message.content ?? '';
      const reading = end === 'length' ? undefined : readingFromText(written, question, columns);
      return reading === undefined ? [] : [{ ...reading, chance: chanceOfQuery(written, logprobs.content) }];
    },
  };
}

/** Of the last line alone: that a word which changes nothing might be marked otherwise makes no query less likely. */
function chanceOfQuery(content: string, tokens: readonly { readonly token: string; readonly logprob: number }[]): number {
  const query = content.trim().split('\n').at(-1) ?? '';
  let written = '';
  let sum = 0;
  for (const { token, logprob } of [...tokens].reverse()) {
    if (written.includes(query)) break;
    written = token + written;
    sum += logprob;
  }
  return Math.exp(sum);
}
