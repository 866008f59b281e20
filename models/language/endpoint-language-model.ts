import { z } from 'zod';
import { FaultlineError, type LanguageModel } from '../../kernel/index.ts';
import { askEndpoint, type EndpointCall } from '../endpoint/ask-endpoint.ts';

export interface LanguageModelOptions extends EndpointCall {
  /** As the endpoint knows it. */
  readonly model: string;
}

const CHAT = { name: 'language model', path: '/chat/completions', settings: 'FAULTLINE_CHAT' } as const;
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
});

/**
 * The model behind an OpenAI-compatible endpoint (`POST {url}/chat/completions`), asked at temperature 0 for one token and the
 * likelihood of others in its place. Where the endpoint tells no likelihoods, the reply that it gives counts alone. Opening asks
 * nothing of it.
 */
export function openEndpointLanguageModel(options: LanguageModelOptions): LanguageModel {
  const { model } = options;
  return {
    model: `endpoint:${model}`,
    async choose({ task, content }, replies, signal) {
      const messages = [
        { role: 'system', content: task },
        { role: 'user', content },
      ];
      const body = { model, messages, temperature: 0, max_tokens: 1, logprobs: true, top_logprobs: ALTERNATIVES };
      const parsed = REPLY.safeParse(await askEndpoint(CHAT, options, body, MOST_BYTES, signal));
      if (!parsed.success) {
        throw new FaultlineError('invalid-configuration', 'The language model does not fit its settings: its answer holds no reply.');
      }
      const [{ message, logprobs }] = parsed.data.choices;
      const told = logprobs?.content?.[0]?.top_logprobs ?? [];
      const tokens = told.length > 0 ? told : [{ token: message.content ?? '', logprob: 0 }];
      return sharesOf(tokens, replies);
    },
  };
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
