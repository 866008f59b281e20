import { isIP } from 'node:net';
import { type Config, isLoopback } from '../../app/index.ts';
import type { HttpContext } from './http-app.ts';

/** What the server of Node hands over with a request; a request that came over no socket has none of it. */
interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/**
 * Address that a request came from; of what a proxy of the configuration passes on, the one that it names last. Absent for this
 * machine, where it tells nothing.
 */
export function addressOf(context: HttpContext, { proxies }: Pick<Config, 'proxies'>): string | undefined {
  const { incoming } = (context.env ?? {}) as Connection;
  const direct = plain(incoming?.socket?.remoteAddress);
  if (direct === undefined || !proxies.includes(direct)) return known(direct);
  const passed = plain(context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim());
  return known(passed !== undefined && isIP(passed) !== 0 ? passed : direct);
}

function known(address: string | undefined): string | undefined {
  return address === undefined || isLoopback(address) ? undefined : address;
}

/** An address of IPv4 comes so where a socket listens for both. */
function plain(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '');
}
