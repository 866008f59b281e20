import { describe, expect, it } from 'vitest';
import { ERROR_TABLE, FaultlineError, toFaultlineError } from './errors.ts';

describe('FaultlineError', () => {
  it('says who must act and whether to try again', () => {
    const busy = new FaultlineError('busy', 'Try again in a minute.');
    expect([busy.category, busy.retryable, busy.message]).toEqual(['system', true, 'Try again in a minute.']);
    const cause = new Error('EACCES');
    expect(new FaultlineError('storage-failed', '数据目录不可写。', { cause }).cause).toBe(cause);
  });

  it('passes through its own errors and hides the message of others but keeps the cause', () => {
    const own = new FaultlineError('not-found', 'There is no such document.');
    expect(toFaultlineError(own)).toBe(own);
    const foreign = new Error('secret');
    const shown = toFaultlineError(foreign);
    expect(shown.code).toBe('internal');
    expect(shown.message).not.toContain('secret');
    expect(shown.cause).toBe(foreign);
    expect(toFaultlineError('text').cause).toBe('text');
  });
});

describe('ERROR_TABLE', () => {
  it.each(Object.entries(ERROR_TABLE))(
    'maps %s to an HTTP error and an exit code of sysexits, or of a shell for an interrupt',
    (code, entry) => {
      expect(entry.status).toBeGreaterThanOrEqual(400);
      expect(entry.status).toBeLessThan(600);
      if (code === 'cancelled') return expect(entry.exit).toBe(130);
      expect(entry.exit).toBeGreaterThanOrEqual(64);
      expect(entry.exit).toBeLessThanOrEqual(78);
    },
  );
});
