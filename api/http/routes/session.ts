import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Identity } from '../../../app/index.ts';
import { actionsOf, assertNever, type Caller } from '../../../kernel/index.ts';
import { sessionSchema } from '../../contract/session.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const session = createRoute({
  method: 'get',
  path: '/v1/session',
  operationId: 'getSession',
  summary: 'Who the sender of this request is to the service, and what that caller may do',
  description: 'Answers also who shows no key; a key that is unknown, revoked or has expired is refused.',
  responses: {
    200: { description: 'The caller', content: { 'application/json': { schema: sessionSchema } } },
    ...problems('unauthenticated'),
  },
});

export function addSession(http: HttpApp): void {
  http.openapi(session, (context) => context.json(present(context.get('identity')), 200));
}

function present(identity: Identity): z.infer<typeof sessionSchema> {
  switch (identity.kind) {
    case 'nobody':
      return { kind: identity.kind, may: [] };
    case 'anyone':
      return { kind: identity.kind, ...presentCaller(identity.caller) };
    case 'key': {
      const { kind, caller, expiresAt } = identity;
      return { kind, ...presentCaller(caller), ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }) };
    }
    default:
      return assertNever(identity);
  }
}

function presentCaller({ actor, tenant, role, labels }: Caller) {
  return { actor, tenant, role, labels, may: actionsOf(role) };
}
