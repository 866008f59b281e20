import type { IncomingMessage } from 'node:http';
import { readHost } from './read-host.ts';

/**
 * What is wrong with where a request says that it was sent to, as a sentence; undefined when nothing is. Node keeps the first of
 * two `Host` headers and a proxy in front may have gone by the other, so which of them is meant is not for us to guess.
 */
export function misdirection({ rawHeaders, url = '' }: Pick<IncomingMessage, 'rawHeaders' | 'url'>): string | undefined {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  const [host] = hosts;
  if (host === undefined) return 'The request names no host.';
  if (hosts.length > 1) return 'The request names more than one host.';
  const named = readHost(host);
  if (named === undefined) return 'The host that the request names is neither an address nor a name.';
  if (url.startsWith('/') || url === '*') return undefined;
  if (!URL.canParse(url) || readHost(new URL(url).host)?.name !== named.name)
    return 'The address that is asked for is not at the host that the request names.';
  return undefined;
}
