import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { admitsAnyone } from './admits-anyone.ts';
import { isLoopback } from './is-loopback.ts';

describe('a service', () => {
  it.each([
    ['127.0.0.1', undefined, false, true],
    ['::1', undefined, false, true],
    ['localhost', undefined, false, true],
    ['127.0.0.1', undefined, true, false],
    ['0.0.0.0', undefined, false, false],
    ['::', undefined, false, false],
    ['plant.example', undefined, false, false],
    ['0.0.0.0', 'yes', true, true],
    ['127.0.0.1', 'no', false, false],
  ])('at %s, set to %s, with keys %s, lets anyone in: %s', (host, allowAnyone, hasKeys, admitted) => {
    expect(admitsAnyone(loadConfig({ host, allowAnyone }, {}), hasKeys)).toBe(admitted);
  });

  it.each(['127.999.999.999', '127.0.0.1.example', '10.0.0.1', '', '127.1', '::ffff:127.0.0.1'])('at "%s" is not on loopback', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
