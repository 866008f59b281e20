import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { conversationIdSchema, conversationListSchema, conversationSchema } from '../../contract/conversation.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const params = z.object({ id: conversationIdSchema });

const list = createRoute({
  method: 'get',
  path: '/v1/conversations',
  operationId: 'listConversations',
  summary: 'Your conversations, latest first',
  responses: {
    200: { description: 'Conversations', content: { 'application/json': { schema: conversationListSchema } } },
    ...problems(),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/conversations/{id}',
  operationId: 'getConversation',
  summary: 'The questions of one of your conversations',
  request: { params },
  responses: {
    200: { description: 'The conversation', content: { 'application/json': { schema: conversationSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/conversations/{id}',
  operationId: 'deleteConversation',
  summary: 'Remove one of your conversations',
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...problems('invalid-request', 'not-found') },
});

export function addConversations(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const conversations = await service.listConversations(callerOf(context), undefined, context.req.raw.signal);
    return context.json({ conversations: conversations.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) }, 200);
  });

  http.openapi(get, async (context) => {
    const { id } = context.req.valid('param');
    const turns = await service.getConversation(callerOf(context), id, context.req.raw.signal);
    return context.json({ id, turns: turns.map((turn) => ({ ...turn, at: new Date(turn.at).toISOString() })) }, 200);
  });

  http.openapi(remove, async (context) => {
    await service.deleteConversation(callerOf(context), context.req.valid('param').id, context.req.raw.signal);
    return context.body(null, 204);
  });
}
