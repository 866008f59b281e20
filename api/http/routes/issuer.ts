import { createRoute } from '@hono/zod-openapi';
import { type Issuer, isLoopback } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { beginSession, type SessionTools } from '../begin-session.ts';
import { setFlowCookie, takeFlowCookie } from '../flow-cookie.ts';
import type { HttpApp, HttpContext } from '../http-app.ts';
import { problems } from '../problem.ts';

const CALLBACK = '/v1/session/issuer/callback';

const begin = createRoute({
  method: 'get',
  path: '/v1/session/issuer',
  operationId: 'beginSignIn',
  summary: 'Send a browser to the issuer (OpenID Connect) to sign in',
  responses: { 302: { description: 'To the issuer' }, ...problems('not-found', 'unauthenticated') },
});

const callback = createRoute({
  method: 'get',
  path: CALLBACK,
  operationId: 'finishSignIn',
  summary: 'Where the issuer sends a browser back to',
  description: 'To the page, signed in; with `?sign-in=refused` or `?sign-in=no-role` where nobody is.',
  responses: { 302: { description: 'To the page' }, ...problems('not-found') },
});

/** `issuer` is absent where the configuration names none. */
export function addIssuer(http: HttpApp, tools: SessionTools, issuer: Issuer | undefined): void {
  http.openapi(begin, async (context) => {
    const { address, flow } = await known(issuer).begin(redirectAddress(context));
    setFlowCookie(context, flow);
    return context.redirect(address, 302);
  });

  http.openapi(callback, async (context) => {
    const asked = known(issuer);
    const flow = takeFlowCookie(context);
    try {
      if (flow === undefined) throw new FaultlineError('unauthenticated', 'This sign-in was not begun in this browser.');
      const { actor, role, labels } = await asked.finish(flow, new URL(context.req.url).searchParams, redirectAddress(context));
      const caller = { tenant: tools.service.config.tenant, actor, role, labels };
      await beginSession(context, tools, { caller, owner: { kind: 'issuer', role, labels } });
    } catch (error) {
      // A person is at the browser: the page says it, the log says why.
      if (!(error instanceof FaultlineError) || error.category !== 'user') throw error;
      tools.service.logger.error('http', 'sign-in-refused', error, { requestId: context.get('requestId') });
      return context.redirect(`/?sign-in=${error.code === 'forbidden' ? 'no-role' : 'refused'}`, 302);
    }
    return context.redirect('/', 302);
  });
}

function known(issuer: Issuer | undefined): Issuer {
  if (issuer !== undefined) return issuer;
  throw new FaultlineError('not-found', 'This service has no issuer at which people sign in.');
}

/** As the browser called the service: over TLS but on this machine. The issuer knows which of these it sends browsers to. */
function redirectAddress(context: HttpContext): string {
  const { hostname, host } = new URL(context.req.url);
  return `${isLoopback(hostname) ? 'http' : 'https'}://${host}${CALLBACK}`;
}
