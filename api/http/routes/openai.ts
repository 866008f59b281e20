import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { type Clock, FaultlineError } from '../../../kernel/index.ts';
import {
  completionRequestSchema,
  completionSchema,
  embeddingListSchema,
  embeddingRequestSchema,
  modelListSchema,
} from '../../contract/openai.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { completionPieces } from '../openai/completion-pieces.ts';
import { readMessages } from '../openai/read-messages.ts';
import { sendCompletion } from '../openai/send-completion.ts';
import { problems } from '../problem.ts';

/** By whatever name a program asks, it is the documents that answer. */
const MODEL = 'faultline';
const NO_USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

const complete = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  operationId: 'createChatCompletion',
  summary: 'Answer as OpenAI does: for programs that ask a model',
  description:
    'The text holds claims with the numbers of their citations; `faultline` holds the answer as `POST /v1/answers` gives it, in a stream in the last chunk.',
  request: { body: { required: true, content: { 'application/json': { schema: completionRequestSchema } } } },
  responses: {
    200: {
      description: 'The completion, or with `stream` its chunks as events',
      content: {
        'application/json': { schema: completionSchema },
        'text/event-stream': { schema: { type: 'string', description: 'Chunks, then [DONE]' } },
      },
    },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type', 'deadline-exceeded'),
  },
});

const models = createRoute({
  method: 'get',
  path: '/v1/models',
  operationId: 'listModels',
  summary: 'What may be named as model, as OpenAI lists it',
  responses: { 200: { description: 'The models', content: { 'application/json': { schema: modelListSchema } } }, ...problems() },
});

const embed = createRoute({
  method: 'post',
  path: '/v1/embeddings',
  operationId: 'createEmbeddings',
  summary: 'Vectors of texts by the model that questions are compared by, as OpenAI gives them',
  request: { body: { required: true, content: { 'application/json': { schema: embeddingRequestSchema } } } },
  responses: {
    200: { description: 'A vector a text', content: { 'application/json': { schema: embeddingListSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type', 'store-unavailable'),
  },
});

export function addOpenAi(http: HttpApp, service: Service, clock: Clock): void {
  http.openapi(complete, async (context) => {
    const { messages, stream } = context.req.valid('json');
    const asked = readMessages(messages);
    const gone = new AbortController();
    const signal = AbortSignal.any([context.req.raw.signal, gone.signal]);
    const pieces = completionPieces(service.streamAnswer(callerOf(context), asked, signal));
    const head = { id: `chatcmpl-${context.get('requestId')}`, created: Math.floor(clock.now() / 1000), model: MODEL };
    if (stream === true) return sendCompletion(context, pieces, head, service.logger);
    let content = '';
    for await (const piece of pieces) {
      if (piece.kind === 'text') {
        content += piece.text;
        continue;
      }
      const choice = { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' } as const;
      return context.json(
        { ...head, object: 'chat.completion' as const, choices: [choice], usage: NO_USAGE, faultline: piece.answer },
        200,
      );
    }
    throw new FaultlineError('internal', 'An answer ended before it was done.');
  });

  http.openapi(models, (context) =>
    context.json({ object: 'list' as const, data: [{ id: MODEL, object: 'model' as const, created: 0, owned_by: MODEL }] }, 200),
  );

  http.openapi(embed, async (context) => {
    const { input, encoding_format: format } = context.req.valid('json');
    const texts = typeof input === 'string' ? [input] : input;
    const { model, vectors } = await service.embedTexts(callerOf(context), texts, context.req.raw.signal);
    const data = vectors.map((vector, index) => ({
      object: 'embedding' as const,
      index,
      embedding: format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : [...vector],
    }));
    return context.json({ object: 'list' as const, data, model, usage: { prompt_tokens: 0, total_tokens: 0 } }, 200);
  });
}
