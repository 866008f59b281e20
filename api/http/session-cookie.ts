import { getCookie, setCookie } from 'hono/cookie';
import { isLoopback } from '../../app/index.ts';
import type { HttpContext } from './http-app.ts';

const NAME = 'faultline-session';

/** Whether browsers keep the cookie for connections with TLS alone; this machine needs none, and at other names nothing else will do. */
function isSecure(context: HttpContext): boolean {
  return !isLoopback(new URL(context.req.url).hostname);
}

/** With the prefix a browser takes it from this very host over TLS and from nobody else. */
function nameOf(context: HttpContext): string {
  return isSecure(context) ? `__Host-${NAME}` : NAME;
}

/** The secret of the session that a browser sent. */
export function readSessionCookie(context: HttpContext): string | undefined {
  return getCookie(context, nameOf(context));
}

/** No script reads it, and no page of others has it sent. `expiresAt` in milliseconds, UTC. */
export function setSessionCookie(context: HttpContext, secret: string, expiresAt: number): void {
  setCookie(context, nameOf(context), secret, { ...attributesOf(context), expires: new Date(expiresAt) });
}

export function dropSessionCookie(context: HttpContext): void {
  setCookie(context, nameOf(context), '', { ...attributesOf(context), maxAge: 0 });
}

function attributesOf(context: HttpContext) {
  return { httpOnly: true, path: '/', sameSite: 'Strict', secure: isSecure(context) } as const;
}
