import type { MiddlewareHandler } from 'hono';
import { type Identity, isCsrfToken, type KeyRing, type SessionRing } from '../../app/index.ts';
import { type Caller, FaultlineError, type TenantId } from '../../kernel/index.ts';
import type { HttpContext, HttpEnvironment } from './http-app.ts';
import { readSessionCookie } from './session-cookie.ts';

/** What tells of no document, so that monitors and a page that has yet to ask for a key are answered. */
const GUARDED = /^\/(v1|mcp|metrics)(\/|$)/;
const SIGN_IN = '/v1/session';
const OPEN: ReadonlySet<string> = new Set([SIGN_IN, '/v1/session/issuer', '/v1/session/issuer/callback']);
const BEARER = /^Bearer +(\S+) *$/i;
/** Methods that change nothing. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const CSRF_HEADER = 'x-faultline-csrf';

interface Rings {
  readonly keys: KeyRing;
  readonly sessions: SessionRing;
}

/**
 * Finds out who sends each request that concerns documents, and refuses whom it must know and does not. A key counts before a
 * cookie; a cookie comes by itself with whatever a browser sends, so a change needs the token of its session beside it.
 * @throws FaultlineError `unauthenticated`, `forbidden`.
 */
export function knowCaller(rings: Rings, tenant: TenantId): MiddlewareHandler<HttpEnvironment> {
  const nobody: Caller = { tenant, labels: [], role: 'reader', actor: 'nobody' };
  return async (context, next) => {
    const { path } = context.req;
    const isGuarded = GUARDED.test(path);
    const identity: Identity = isGuarded ? await identify(context, rings) : { kind: 'nobody', ways: [] };
    if (identity.kind === 'nobody' && isGuarded && !OPEN.has(path)) {
      throw new FaultlineError(
        'unauthenticated',
        'Sign in on the page, or send a key as "Authorization: Bearer flk_…"; who runs the service makes one with `faultline keys create`.',
      );
    }
    context.set('identity', identity);
    context.set('caller', identity.kind === 'nobody' ? nobody : identity.caller);
    await next();
  };
}

async function identify(context: HttpContext, { keys, sessions }: Rings): Promise<Identity> {
  const shown = keyOf(context.req.header('authorization'));
  const secret = shown === undefined ? readSessionCookie(context) : undefined;
  const person = secret === undefined ? undefined : await sessions.identify(secret);
  if (secret === undefined || person === undefined) return keys.identify(shown);
  const { method, path } = context.req;
  const isSigningIn = method === 'POST' && path === SIGN_IN;
  if (!SAFE.has(method) && !isSigningIn && !isCsrfToken(secret, context.req.header(CSRF_HEADER)))
    throw new FaultlineError('forbidden', `Send the csrfToken of GET /v1/session as ${CSRF_HEADER} with each change.`);
  return person;
}

/** What stands in the header as a key; another scheme is none of ours. */
function keyOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
}
