import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { checkCallers } from './check-callers.ts';

describe('the line about callers', () => {
  it.each([
    ['127.0.0.1', undefined, false, 'ok', /on this machine/],
    ['127.0.0.1', undefined, true, 'ok', /a key/],
    ['0.0.0.0', undefined, true, 'ok', /a key/],
    ['0.0.0.0', undefined, false, 'warn', /nobody/],
    ['0.0.0.0', 'yes', false, 'warn', /read, send and delete/],
    ['127.0.0.1', 'yes', true, 'warn', /read, send and delete/],
  ])('at %s, set to %s, with keys %s', (host, allowAnyone, hasKeys, level, detail) => {
    const line = checkCallers(loadConfig({ host, allowAnyone }, {}), hasKeys);
    expect(line).toMatchObject({ name: 'callers', level });
    expect(line.detail).toMatch(detail);
    expect(line.remedy === undefined).toBe(level === 'ok');
  });
});
