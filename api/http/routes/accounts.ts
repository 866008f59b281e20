import { createRoute } from '@hono/zod-openapi';
import { type KeyRing, SALT_BYTES } from '../../../app/index.ts';
import { accountListSchema, accountRightsSchema, accountSchema, newAccountSchema, newPasswordSchema } from '../../contract/account.ts';
import { presentAccount } from '../../contract/present-account.ts';
import type { SessionTools } from '../begin-session.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readAccountId } from '../read-id.ts';

const account = { 'application/json': { schema: accountSchema } };
const asItIs = { 200: { description: 'The account as it is now', content: account } };

const list = createRoute({
  method: 'get',
  path: '/v1/accounts',
  operationId: 'listAccounts',
  summary: 'All accounts that were ever made; for admins',
  responses: { 200: { description: 'The accounts', content: { 'application/json': { schema: accountListSchema } } }, ...problems() },
});

const create = createRoute({
  method: 'post',
  path: '/v1/accounts',
  operationId: 'createAccount',
  summary: 'Make an account; for admins, who give no more labels than they hold',
  request: { body: { required: true, content: { 'application/json': { schema: newAccountSchema } } } },
  responses: {
    201: { description: 'The account', content: account },
    ...problems('invalid-request', 'conflict', 'request-too-large', 'unsupported-media-type'),
  },
});

const password = createRoute({
  method: 'put',
  path: '/v1/accounts/{id}/password',
  operationId: 'setPassword',
  summary: 'Set another password, which ends all sessions of the account; for admins',
  request: { params: idParamsSchema, body: { required: true, content: { 'application/json': { schema: newPasswordSchema } } } },
  responses: { ...asItIs, ...problems('invalid-request', 'not-found', 'request-too-large', 'unsupported-media-type') },
});

const rights = createRoute({
  method: 'put',
  path: '/v1/accounts/{id}/rights',
  operationId: 'setRights',
  summary: 'Give an account another role and labels, for its sessions too; for admins, of others',
  request: { params: idParamsSchema, body: { required: true, content: { 'application/json': { schema: accountRightsSchema } } } },
  responses: { ...asItIs, ...problems('invalid-request', 'not-found', 'conflict', 'request-too-large', 'unsupported-media-type') },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/accounts/{id}',
  operationId: 'removeAccount',
  summary: 'End an account and its sessions; for admins, of others',
  request: { params: idParamsSchema },
  responses: { ...asItIs, ...problems('not-found', 'conflict') },
});

export function addAccounts(http: HttpApp, { service, sessions, random }: SessionTools, keys: KeyRing): void {
  /** Whoever asks next is asked who that is, and sessions have the rights of now. */
  const changed = () => {
    keys.forget();
    sessions.forget();
  };

  http.openapi(list, async (context) => {
    const listed = await service.listAccounts(callerOf(context), undefined, context.req.raw.signal);
    return context.json({ accounts: listed.map(presentAccount) }, 200);
  });

  http.openapi(create, async (context) => {
    const request = { ...context.req.valid('json'), salt: random(SALT_BYTES) };
    const created = await service.createAccount(callerOf(context), request, context.req.raw.signal);
    changed();
    return context.json(presentAccount(created), 201);
  });

  http.openapi(password, async (context) => {
    const request = { id: readAccountId(context.req.valid('param').id), ...context.req.valid('json'), salt: random(SALT_BYTES) };
    const set = await service.setPassword(callerOf(context), request, context.req.raw.signal);
    changed();
    return context.json(presentAccount(set), 200);
  });

  http.openapi(rights, async (context) => {
    const request = { id: readAccountId(context.req.valid('param').id), ...context.req.valid('json') };
    const given = await service.setRights(callerOf(context), request, context.req.raw.signal);
    changed();
    return context.json(presentAccount(given), 200);
  });

  http.openapi(remove, async (context) => {
    const removed = await service.removeAccount(callerOf(context), readAccountId(context.req.valid('param').id), context.req.raw.signal);
    changed();
    return context.json(presentAccount(removed), 200);
  });
}
