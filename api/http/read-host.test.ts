import { describe, expect, it } from 'vitest';
import { readHost } from './read-host.ts';

describe('the host of a request', () => {
  it.each([
    ['127.0.0.1:8617', '127.0.0.1', true],
    ['[::1]:8617', '[::1]', true],
    ['LocalHost', 'localhost', false],
    ['plant.example.:80', 'plant.example', false],
    ['api', 'api', false],
    ['xn--fiqs8s', 'xn--fiqs8s', false],
  ])('is read from %s', (text, name, isAddress) => {
    expect(readHost(text)).toEqual({ name, isAddress });
  });

  it.each([
    '127.999.999.999',
    '1.2.3',
    '0x7f.1',
    '',
    ':80',
    '[::1',
    '[x]',
    'a b',
    'a/b',
    'user@host',
    'host:99999',
    'host:80:80',
    '-a',
    `${'a'.repeat(64)}.b`,
    '泵',
  ])('is none in "%s"', (text) => {
    expect(readHost(text)).toBeUndefined();
  });
});
