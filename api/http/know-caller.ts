import type { MiddlewareHandler } from 'hono';
import type { Identity, KeyRing } from '../../app/index.ts';
import { type Caller, FaultlineError, type TenantId } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';

/** What tells of no document, so that monitors and a page that has yet to ask for a key are answered. */
const GUARDED = /^\/(v1|mcp|metrics)(\/|$)/;
const OPEN = new Set(['/v1/session']);
const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Finds out who sends each request that concerns documents, and refuses whom it must know and does not.
 * @throws FaultlineError `unauthenticated`.
 */
export function knowCaller({ identify }: KeyRing, tenant: TenantId): MiddlewareHandler<HttpEnvironment> {
  const nobody: Caller = { tenant, labels: [], role: 'reader', actor: 'nobody' };
  return async (context, next) => {
    const { path } = context.req;
    const isOpen = OPEN.has(path);
    const identity: Identity = GUARDED.test(path) ? await identify(keyOf(context.req.header('authorization'))) : { kind: 'nobody' };
    if (identity.kind === 'nobody' && GUARDED.test(path) && !isOpen) {
      throw new FaultlineError(
        'unauthenticated',
        'Send a key as "Authorization: Bearer flk_…"; who runs the service makes one with `faultline keys create`.',
      );
    }
    context.set('identity', identity);
    context.set('caller', identity.kind === 'nobody' ? nobody : identity.caller);
    await next();
  };
}

/** What stands in the header as a key; another scheme is none of ours. */
function keyOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
}
