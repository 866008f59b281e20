import type { NetworkInterfaceInfo } from 'node:os';

const WILDCARD: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

/**
 * Addresses at which a browser finds a service that says that it listens at `address`: of one that listens everywhere, this machine's own
 * and those by which others reach it. @param interfaces as `networkInterfaces()` of the system gives them.
 */
export function pageAddresses(
  address: string,
  interfaces: Readonly<Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>>,
): { readonly here: string; readonly others: readonly string[] } {
  const { hostname, port } = new URL(address);
  if (!WILDCARD.has(hostname)) return { here: `${address}/`, others: [] };
  const reached = Object.values(interfaces).flatMap((all) => (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal));
  return { here: `http://127.0.0.1:${port}/`, others: reached.map((one) => `http://${one.address}:${port}/`) };
}
