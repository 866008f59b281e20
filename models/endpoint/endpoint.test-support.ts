import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { openHashedEmbedder } from '../hashed-embedder.test-support.ts';
import { listenOnLoopback } from './listen-on-loopback.test-support.ts';

const BODY = z.object({ model: z.string(), input: z.array(z.string()), encoding_format: z.literal('float') });

export interface AskedEndpoint {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly model: string;
  readonly input: readonly string[];
}

/** What a double of an endpoint answers in place of its embeddings; undefined lets it answer as it should. */
export type Answering = (
  asked: AskedEndpoint,
  count: number,
) => { status?: number; headers?: Record<string, string>; body?: string } | undefined;

/** An OpenAI-compatible endpoint on loopback that gives hashed vectors, in an order of its own, and keeps what it was asked. */
export async function startEndpoint(dimension: number, answering: Answering = () => undefined) {
  const embedder = openHashedEmbedder(dimension);
  const asked: AskedEndpoint[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { model, input } = BODY.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      const one = { path: request.url ?? '', headers: request.headers, model, input };
      asked.push(one);
      void embedder.embed(input, new AbortController().signal).then((vectors) => {
        // An endpoint need not give unit vectors, nor keep the order.
        const data = vectors.map((vector, index) => ({ object: 'embedding', index, embedding: Array.from(vector, (value) => 3 * value) }));
        const { status = 200, headers = {}, body = JSON.stringify({ data: data.reverse() }) } = answering(one, asked.length) ?? {};
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body);
      });
    });
  });
  return { ...(await listenOnLoopback(server)), asked };
}
