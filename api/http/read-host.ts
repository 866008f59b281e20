import { isIPv4, isIPv6 } from 'node:net';

/** Where a request was sent to, as it says itself. */
export interface RequestHost {
  /** Lower case, without port; an IPv6 address in brackets. */
  readonly name: string;
  readonly isAddress: boolean;
}

const PORT = /^(.*?)(?::(\d{1,5}))?$/s;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
/** A name whose last part is a number is meant as an address, and is none when it is not one. */
const NUMERIC = /^(?:\d+|0x[0-9a-f]*)$/;

/** Undefined for what is neither an address nor a name; a name is in letters of ASCII, as on the wire. */
export function readHost(text: string): RequestHost | undefined {
  const [, host = '', port] = PORT.exec(text.toLowerCase()) ?? [];
  if (port !== undefined && Number(port) > 65_535) return undefined;
  if (host.startsWith('[')) return host.endsWith(']') && isIPv6(host.slice(1, -1)) ? { name: host, isAddress: true } : undefined;
  if (isIPv4(host)) return { name: host, isAddress: true };
  const labels = host.replace(/\.$/, '').split('.');
  if (host.length > 253 || labels.some((label) => !LABEL.test(label)) || NUMERIC.test(labels.at(-1) ?? '')) return undefined;
  return { name: labels.join('.'), isAddress: false };
}
