import { expect, it } from 'vitest';
import { pageAddresses } from './page-addresses.ts';

const INTERFACES = {
  lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true } as const],
  eth0: [
    { address: '192.168.7.20', family: 'IPv4', internal: false } as const,
    { address: 'fe80::1', family: 'IPv6', internal: false } as const,
  ],
  down: undefined,
};

it('gives addresses that a browser can open, in place of the one that stands for all', () => {
  const everywhere = { here: 'http://127.0.0.1:8741/', others: ['http://192.168.7.20:8741/'] };
  expect(pageAddresses('http://0.0.0.0:8741', INTERFACES)).toEqual(everywhere);
  expect(pageAddresses('http://[::]:8741', INTERFACES)).toEqual(everywhere);
  expect(pageAddresses('http://127.0.0.1:8617', INTERFACES)).toEqual({ here: 'http://127.0.0.1:8617/', others: [] });
  expect(pageAddresses('http://[fe80::1]:8617', INTERFACES)).toEqual({ here: 'http://[fe80::1]:8617/', others: [] });
});
