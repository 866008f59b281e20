import type { z } from 'zod';
import { FaultlineError, type Prompt } from '../../kernel/index.ts';
import { askEndpoint, type EndpointCall, type EndpointService } from './ask-endpoint.ts';

/** A model behind an OpenAI-compatible endpoint. */
export interface ChatModel extends EndpointCall {
  /** As the endpoint knows it. */
  readonly model: string;
}

/** What is asked of a chat endpoint, and what its answer has to be. */
export interface ChatRequest<Reply> {
  readonly service: Omit<EndpointService, 'path'>;
  readonly prompt: Prompt;
  /** Of the request, beside model and prompt. */
  readonly more: object;
  readonly reply: z.ZodType<Reply>;
  /** What an answer that is none lacks, for people: `no reply`. */
  readonly lacking: string;
  readonly mostBytes: number;
}

/** What a chat endpoint (`POST {url}/chat/completions`) answers at temperature 0. @throws as `askEndpoint`. */
export async function askChat<Reply>(
  call: ChatModel,
  { service, prompt, more, reply, lacking, mostBytes }: ChatRequest<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  const messages = [
    { role: 'system', content: prompt.task },
    { role: 'user', content: prompt.content },
  ];
  const body = { model: call.model, messages, temperature: 0, ...more };
  const parsed = reply.safeParse(await askEndpoint({ ...service, path: '/chat/completions' }, call, body, mostBytes, signal));
  if (parsed.success) return parsed.data;
  throw new FaultlineError('invalid-configuration', `The ${service.name} does not fit its settings: its answer holds ${lacking}.`);
}
