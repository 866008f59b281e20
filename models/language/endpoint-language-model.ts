import { z } from 'zod';
import type { LanguageModel, Prompt, ReplyForm, TokenUsage } from '../../kernel/index.ts';
import { askChat, type ChatModel } from '../endpoint/ask-chat.ts';

export interface LanguageModelOptions extends ChatModel {
  /** How the form of a written reply is asked for: by its schema, as any JSON, or by the words of the prompt alone. */
  readonly replyForm: ReplyFormat;
}

export const REPLY_FORMATS = ['schema', 'object', 'text'] as const;
export type ReplyFormat = (typeof REPLY_FORMATS)[number];

const CHAT = { name: 'language model', settings: 'FAULTLINE_CHAT' } as const;
/** Replies that the endpoint is asked for: the most that all of its kind give. */
const ALTERNATIVES = 5;
const MOST_BYTES = 262_144;

const REPLY = z.object({
  choices: z.tuple(
    [
      z.object({
        message: z.object({ content: z.string().nullish() }),
        logprobs: z
          .object({
            content: z
              .array(z.object({ top_logprobs: z.array(z.object({ token: z.string(), logprob: z.number() })).default([]) }))
              .nullish(),
          })
          .nullish(),
      }),
    ],
    z.unknown(),
  ),
  usage: z
    .object({ prompt_tokens: z.number().min(0), completion_tokens: z.number().min(0) })
    .nullish()
    .catch(undefined),
});

/**
 * The model behind an OpenAI-compatible endpoint (`POST {url}/chat/completions`), asked at temperature 0: to choose, for one token
 * and the likelihood of others in its place, to write, for JSON. Where the endpoint tells no likelihoods, the reply that it gives counts alone. Opening asks
 * nothing of it.
 */
export function openEndpointLanguageModel(options: LanguageModelOptions): LanguageModel {
  const { model } = options;
  const ask = async (prompt: Prompt, more: object, signal: AbortSignal, onUsage?: (usage: TokenUsage) => void) => {
    const request = { service: CHAT, prompt, more, reply: REPLY, lacking: 'no reply', mostBytes: MOST_BYTES };
    const { choices, usage } = await askChat(options, request, signal);
    if (usage != null) onUsage?.({ input: usage.prompt_tokens, output: usage.completion_tokens });
    return choices[0];
  };
  return {
    model: `endpoint:${model}`,
    async choose(prompt, replies, signal, onUsage) {
      const more = { max_tokens: 1, logprobs: true, top_logprobs: ALTERNATIVES };
      const { message, logprobs } = await ask(prompt, more, signal, onUsage);
      const told = logprobs?.content?.[0]?.top_logprobs ?? [];
      const tokens = told.length > 0 ? told : [{ token: message.content ?? '', logprob: 0 }];
      return sharesOf(tokens, replies);
    },
    async write(prompt, form, signal, onUsage) {
      const more = { max_tokens: form.mostTokens, ...askedFormat(form, options.replyForm) };
      return (await ask(prompt, more, signal, onUsage)).message.content ?? '';
    },
  };
}

function askedFormat({ name, schema }: ReplyForm, format: ReplyFormat): object {
  if (format === 'text') return {};
  if (format === 'object') return { response_format: { type: 'json_object' } };
  return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } };
}

/** Tokens differ in case and blanks around them. */
function sharesOf(tokens: readonly { readonly token: string; readonly logprob: number }[], replies: readonly string[]) {
  const said = replies.map((reply) =>
    tokens
      .filter(({ token }) => token.trim().toLowerCase() === reply.toLowerCase())
      .reduce((sum, { logprob }) => sum + Math.exp(logprob), 0),
  );
  const all = said.reduce((sum, one) => sum + one, 0);
  return all > 0 ? said.map((one) => one / all) : undefined;
}
