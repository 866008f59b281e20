import { isIPv4 } from 'node:net';

/** Whether a host, as it is written in an address, is this machine and nothing else: `localhost`, `127.0.0.1`, `[::1]`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
