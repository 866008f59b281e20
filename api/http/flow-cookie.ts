import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { isLoopback, type SignInFlow } from '../../app/index.ts';
import { parseJson } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';

const NAME = 'faultline-sign-in';
const LIFE_SECONDS = 600;

const flowSchema = z.strictObject({
  state: z.string().min(32).max(100),
  nonce: z.string().min(32).max(100),
  verifier: z.string().min(32).max(100),
  at: z.int(),
});

function attributesOf(context: HttpContext) {
  // The issuer sends the browser back from another site, where a strict cookie would stay behind.
  const secure = !isLoopback(new URL(context.req.url).hostname);
  return { name: secure ? `__Host-${NAME}` : NAME, options: { httpOnly: true, path: '/', sameSite: 'Lax', secure } as const };
}

/** Keeps a sign-in that was begun in the browser that began it. */
export function setFlowCookie(context: HttpContext, flow: SignInFlow): void {
  const { name, options } = attributesOf(context);
  setCookie(context, name, Buffer.from(JSON.stringify(flow)).toString('base64url'), { ...options, maxAge: LIFE_SECONDS });
}

/** The sign-in that this browser began, which it keeps no longer. */
export function takeFlowCookie(context: HttpContext): SignInFlow | undefined {
  const { name, options } = attributesOf(context);
  const text = getCookie(context, name);
  setCookie(context, name, '', { ...options, maxAge: 0 });
  return text === undefined ? undefined : flowSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8'))).data;
}
