import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { listenOnLoopback } from '../endpoint/listen-on-loopback.test-support.ts';

const BODY = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
  temperature: z.literal(0),
  max_tokens: z.int(),
  logprobs: z.literal(true).optional(),
  top_logprobs: z.int().max(5).optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

export interface AskedChat {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly model: string;
  readonly task: string;
  readonly content: string;
  /** Whether likelihoods are asked for, or a written reply, and of which format. */
  readonly isChoice: boolean;
  readonly format: unknown;
}

/** Likelihoods of tokens, or a whole answer of the double's own. */
export type ScriptedReply =
  | { readonly tokens: Readonly<Record<string, number>> }
  | { readonly text: string }
  | { readonly status?: number; readonly body: string }
  | 'silence';

/** An OpenAI-compatible endpoint on loopback that replies as a script says, and keeps what it was asked. */
export async function startChatEndpoint(replyTo: (asked: AskedChat) => ScriptedReply) {
  const asked: AskedChat[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { model, messages, logprobs, response_format: format } = BODY.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      const said = (role: 'system' | 'user') => messages.flatMap((one) => (one.role === role ? [one.content] : [])).join('\n');
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        model,
        task: said('system'),
        content: said('user'),
        isChoice: logprobs === true,
        format,
      };
      asked.push(one);
      const reply = replyTo(one);
      if (reply === 'silence') return;
      const { status, body } = written(reply);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    });
  });
  return { ...(await listenOnLoopback(server)), asked };
}

function written(reply: Exclude<ScriptedReply, 'silence'>): { readonly status: number; readonly body: string } {
  if ('body' in reply) return { status: reply.status ?? 200, body: reply.body };
  const choice = (content: string, logprobs?: unknown) => JSON.stringify({ choices: [{ index: 0, message: { content }, logprobs }] });
  if ('text' in reply) return { status: 200, body: choice(reply.text) };
  const top = Object.entries(reply.tokens).map(([token, share]) => ({ token, logprob: Math.log(share) }));
  return { status: 200, body: choice(top[0]?.token ?? '', { content: [{ token: top[0]?.token ?? '', logprob: 0, top_logprobs: top }] }) };
}
