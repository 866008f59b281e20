import { createRoute } from '@hono/zod-openapi';
import { accountActor, openSignInAttempts } from '../../../app/index.ts';
import { type Clock, FaultlineError } from '../../../kernel/index.ts';
import { sessionSchema, signInSchema } from '../../contract/session.ts';
import { addressOf } from '../address-of.ts';
import { beginSession, type SessionTools } from '../begin-session.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { presentSession } from '../present-session.ts';
import { problems } from '../problem.ts';
import { dropSessionCookie } from '../session-cookie.ts';

const session = createRoute({
  method: 'get',
  path: '/v1/session',
  operationId: 'getSession',
  summary: 'Who the sender of this request is to the service, and what that caller may do',
  description: 'Answers also who shows nothing; a key that is unknown, revoked or has expired is refused.',
  responses: {
    200: { description: 'The caller', content: { 'application/json': { schema: sessionSchema } } },
    ...problems('unauthenticated'),
  },
});

const signIn = createRoute({
  method: 'post',
  path: '/v1/session',
  operationId: 'signIn',
  summary: 'Sign in by name and password; the session comes as a cookie, for browsers',
  description:
    'The cookie is HttpOnly and SameSite=Strict, and Secure but on loopback. A wrong name and a wrong password are refused alike, and too many of them for some time.',
  request: { body: { required: true, content: { 'application/json': { schema: signInSchema } } } },
  responses: {
    200: { description: 'Who is signed in', content: { 'application/json': { schema: sessionSchema } } },
    ...problems('invalid-request', 'unauthenticated', 'request-too-large', 'unsupported-media-type'),
  },
});

const signOut = createRoute({
  method: 'delete',
  path: '/v1/session',
  operationId: 'signOut',
  summary: 'End the session of the cookie',
  responses: { 204: { description: 'There is no session any more' }, ...problems() },
});

export function addSession(http: HttpApp, tools: SessionTools, clock: Clock): void {
  const { service, sessions } = tools;
  const attempts = openSignInAttempts(clock);

  http.openapi(session, (context) => context.json(presentSession(context.get('identity')), 200));

  http.openapi(signIn, async (context) => {
    const { name, password } = context.req.valid('json');
    const attempt = attempts.begin(name, addressOf(context, service.config));
    const account = await service.checkPassword(callerOf(context), { name, password }, context.req.raw.signal).catch((error: unknown) => {
      attempt.withdrawn();
      throw error;
    });
    if (account === undefined) throw new FaultlineError('unauthenticated', 'The name or the password is wrong.');
    attempt.succeeded();
    const { id, tenant, role, labels, passwordAt } = account;
    const caller = { tenant, role, labels, actor: accountActor(account.name) };
    const identity = await beginSession(context, tools, { caller, owner: { kind: 'account', id, passwordAt } });
    return context.json(presentSession(identity), 200);
  });

  http.openapi(signOut, async (context) => {
    const identity = context.get('identity');
    if (identity.kind === 'person') {
      await service.endSession(callerOf(context), identity.session.hash, context.req.raw.signal);
      sessions.forget();
    }
    dropSessionCookie(context);
    return context.body(null, 204);
  });
}
