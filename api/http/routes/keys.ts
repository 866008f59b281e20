import { createRoute } from '@hono/zod-openapi';
import { KEY_BYTES, type KeyRing, type Service } from '../../../app/index.ts';
import { FaultlineError, parseApiKeyId } from '../../../kernel/index.ts';
import { apiKeyListSchema, apiKeySchema, createdApiKeySchema, newApiKeySchema } from '../../contract/api-key.ts';
import { presentApiKey } from '../../contract/present-api-key.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema } from '../read-id.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/keys',
  operationId: 'listKeys',
  summary: 'All keys that were ever made, never the keys themselves; for admins',
  responses: { 200: { description: 'The keys', content: { 'application/json': { schema: apiKeyListSchema } } }, ...problems() },
});

const create = createRoute({
  method: 'post',
  path: '/v1/keys',
  operationId: 'createKey',
  summary: 'Make a key and show it, this once; for admins, who give no more labels than they hold',
  request: { body: { required: true, content: { 'application/json': { schema: newApiKeySchema } } } },
  responses: {
    201: { description: 'The key', content: { 'application/json': { schema: createdApiKeySchema } } },
    ...problems('invalid-request', 'conflict', 'request-too-large', 'unsupported-media-type'),
  },
});

const revoke = createRoute({
  method: 'delete',
  path: '/v1/keys/{id}',
  operationId: 'revokeKey',
  summary: 'End a key, which is refused within seconds; for admins',
  request: { params: idParamsSchema },
  responses: {
    200: { description: 'The key as it is now', content: { 'application/json': { schema: apiKeySchema } } },
    ...problems('not-found'),
  },
});

interface KeyTools {
  readonly keys: KeyRing;
  /** Gives so many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

export function addKeys(http: HttpApp, service: Service, { keys, random }: KeyTools): void {
  http.openapi(list, async (context) => {
    const listed = await service.listApiKeys(callerOf(context), undefined, context.req.raw.signal);
    return context.json({ keys: listed.map(presentApiKey) }, 200);
  });

  http.openapi(create, async (context) => {
    const { days, ...asked } = context.req.valid('json');
    const request = { ...asked, ...(days === null ? {} : { days }), random: random(KEY_BYTES) };
    const { key, secret } = await service.createApiKey(callerOf(context), request, context.req.raw.signal);
    keys.forget();
    return context.json({ ...presentApiKey(key), secret }, 201);
  });

  http.openapi(revoke, async (context) => {
    const id = parseApiKeyId(context.req.valid('param').id);
    if (id === undefined) throw new FaultlineError('not-found', 'There is no such key.');
    const revoked = await service.revokeApiKey(callerOf(context), id, context.req.raw.signal);
    keys.forget();
    return context.json(presentApiKey(revoked), 200);
  });
}
