import type { MiddlewareHandler } from 'hono';
import { FaultlineError } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Keeps web pages of others out: a form on any page may post to a service on this machine without asking, and a name that
 * resolves to it (DNS rebinding) would make such a page its own origin. Callers that are no browsers send no `Origin`.
 * @throws FaultlineError `forbidden`.
 */
export function guardOrigin(boundHost: string): MiddlewareHandler<HttpEnvironment> {
  const isLocal = isLoopback(boundHost);
  return async (context, next) => {
    const { host, hostname } = new URL(context.req.url);
    if (isLocal && !isLoopback(hostname)) {
      throw new FaultlineError('forbidden', 'This service answers on its own machine only; call it by 127.0.0.1 or localhost.');
    }
    const origin = context.req.header('origin');
    if (origin !== undefined && hostOf(origin) !== host) {
      throw new FaultlineError('forbidden', 'Web pages of another origin may not call this service.');
    }
    await next();
  };
}

function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
