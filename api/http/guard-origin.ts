import type { HonoRequest, MiddlewareHandler } from 'hono';
import { type Config, isLoopback } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';
import { readHost } from './read-host.ts';

/** What browsers say of where a request comes from, when its sender is no page of another origin. */
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Keeps web pages of others out: a form on any page may post to a service without asking, and a name that is made to resolve to it
 * (DNS rebinding) would make such a page its own origin. So a service answers to the names that its configuration knows; at
 * another binding than loopback also to any address, since an address cannot be made to mean another machine. What a browser says
 * of where a request comes from has to be the service itself, but for a link that a person follows. Callers that are no browsers
 * say nothing of it.
 * @throws FaultlineError `forbidden`.
 */
export function guardOrigin({ host: bound, hosts }: Pick<Config, 'host' | 'hosts'>): MiddlewareHandler<HttpEnvironment> {
  const isLocal = isLoopback(bound);
  const names: ReadonlySet<string> = new Set([...hosts, bound.toLowerCase()]);
  const answersTo = (text: string): boolean => {
    const named = readHost(text);
    return named !== undefined && (isLoopback(named.name) || names.has(named.name) || (named.isAddress && !isLocal));
  };
  return async (context, next) => {
    const { host } = new URL(context.req.url);
    if (!answersTo(host)) {
      const remedy = isLocal ? 'call it by 127.0.0.1 or localhost, or name' : 'call it by its address, or name';
      throw new FaultlineError('forbidden', `This service does not go by that host: ${remedy} the host in FAULTLINE_HOSTS.`);
    }
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    if ((origin !== undefined && hostOf(origin) !== host) || (site !== undefined && !OWN_SITES.has(site) && !isFollowedLink(context.req))) {
      throw new FaultlineError('forbidden', 'Web pages of another origin may not call this service.');
    }
    await next();
  };
}

/** A person goes there; what comes is shown as a page of its own, which the page with the link cannot read. */
function isFollowedLink(request: HonoRequest): boolean {
  return request.method === 'GET' && request.header('sec-fetch-mode') === 'navigate' && request.header('sec-fetch-dest') === 'document';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
