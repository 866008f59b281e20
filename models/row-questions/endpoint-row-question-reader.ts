import { z } from 'zod';
import { FaultlineError, type RowQuestionReader } from '../../kernel/index.ts';
import { askEndpoint, type EndpointCall } from '../endpoint/ask-endpoint.ts';
import { readingFromText } from './reading-from-text.ts';
import { rowQuestionPrompt } from './row-question-prompt.ts';

export interface EndpointRowQuestionReaderOptions extends EndpointCall {
  /** As the endpoint knows it: one that was taught with `tools/row-questions-adapter`, or writes what that one does. */
  readonly model: string;
}

const SERVICE = { name: 'reader of questions over rows', path: '/chat/completions', settings: 'FAULTLINE_ROWS' } as const;
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
 * to be read. It gives the one reading that it finds likeliest, as likely as the query given the words that it marked; none where
 * what it wrote cannot be read. Opening asks nothing of it.
 */
export function openEndpointRowQuestionReader(options: EndpointRowQuestionReaderOptions): RowQuestionReader {
  return {
    async read(question, columns, signal) {
      const { task, content } = rowQuestionPrompt(question, columns);
      const messages = [
        { role: 'system', content: task },
        { role: 'user', content },
      ];
      const body = { model: options.model, messages, temperature: 0, max_tokens: MOST_TOKENS, logprobs: true };
      const parsed = REPLY.safeParse(await askEndpoint(SERVICE, options, body, MOST_BYTES, signal));
      if (!parsed.success) {
        const lacks = 'its answer holds no reply with the likelihood of its tokens (`logprobs`)';
        throw new FaultlineError('invalid-configuration', `The ${SERVICE.name} does not fit its settings: ${lacks}.`);
      }
      const [{ message, finish_reason: end, logprobs }] = parsed.data.choices;
      const reading = end === 'length' ? undefined : readingFromText(message.content ?? '', question, columns);
      if (reading === undefined) return [];
      return [{ ...reading, chance: chanceOfQuery(message.content ?? '', logprobs.content) }];
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
