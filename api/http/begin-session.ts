import {
  csrfTokenOf,
  hashSessionSecret,
  type Identity,
  SESSION_BYTES,
  type Service,
  type SessionOwner,
  type SessionRing,
  writeSessionSecret,
} from '../../app/index.ts';
import type { Caller } from '../../kernel/index.ts';
import { callerOf } from './caller-of.ts';
import type { HttpContext } from './http-app.ts';
import { setSessionCookie } from './session-cookie.ts';

/** What sessions are made with. */
export interface SessionTools {
  readonly service: Service;
  readonly sessions: SessionRing;
  /** Gives so many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * Signs somebody in whom the service has come to know: a session of a new secret, which the browser gets as a cookie, in place of
 * the one that it sent.
 * @throws FaultlineError `unauthenticated` when the account was changed meanwhile.
 */
export async function beginSession(
  context: HttpContext,
  { service, sessions, random }: SessionTools,
  { caller, owner }: { readonly caller: Caller; readonly owner: SessionOwner },
): Promise<Identity> {
  const { signal } = context.req.raw;
  const asked = callerOf(context);
  const before = context.get('identity');
  if (before.kind === 'person') await service.endSession(asked, before.session.hash, signal);
  const secret = writeSessionSecret(random(SESSION_BYTES));
  const hash = hashSessionSecret(secret);
  const { expiresAt } = await service.openSession(asked, { actor: caller.actor, hash, of: owner }, signal);
  sessions.forget();
  setSessionCookie(context, secret, expiresAt);
  return { kind: 'person', caller, expiresAt, session: { hash, csrfToken: csrfTokenOf(secret) } };
}
