import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { openSignInAttempts } from './sign-in-attempts.ts';

function open() {
  const state = { now: 1_000_000 };
  const attempts = openSignInAttempts({ now: () => state.now });
  /** Whether a try was let through; it fails unless it is told otherwise. */
  const tries = (name: string, address?: string) => {
    try {
      return attempts.begin(name, address);
    } catch (error) {
      expect(error).toBeInstanceOf(FaultlineError);
      expect(error).toMatchObject({ code: 'too-many-requests' });
      return undefined;
    }
  };
  return { state, tries };
}

describe('tries to sign in', () => {
  it('are free five times for a name, then each failure doubles the wait, up to five minutes', () => {
    const { state, tries } = open();
    for (let count = 0; count < 5; count++) expect(tries('张工')).toBeDefined();
    const waits: number[] = [];
    for (let count = 0; count < 12; count++) {
      const from = state.now;
      while (tries('张工') === undefined) state.now += 500;
      waits.push(state.now - from);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1000));
  });

  it('count before their end is known, so that many at once are slowed down too', () => {
    const { tries } = open();
    expect(Array.from({ length: 50 }, () => tries('li')).filter((attempt) => attempt !== undefined)).toHaveLength(5);
  });

  it('start anew for a name with the right password, and are given back when the service was at fault', () => {
    const { tries } = open();
    for (let count = 0; count < 40; count++) tries('li')?.withdrawn();
    for (let count = 0; count < 4; count++) tries('li');
    tries('li')?.succeeded();
    for (let count = 0; count < 5; count++) expect(tries('li')).toBeDefined();
    expect(tries('li')).toBeUndefined();
  });

  it('of one name do not keep another waiting, of one address they do after a while, whatever the name', () => {
    const { tries } = open();
    for (let count = 0; count < 20; count++) expect(tries(`name ${count}`, '203.0.113.9')).toBeDefined();
    expect(tries('another', '203.0.113.9')).toBeUndefined();
    expect(tries('another', '203.0.113.10')).toBeDefined();
    expect(tries('another')).toBeDefined();
  });

  it('from one network of IPv6 are those of one address', () => {
    const { tries } = open();
    for (let count = 0; count < 20; count++) expect(tries(`name ${count}`, `2001:db8:0:1::${count.toString(16)}`)).toBeDefined();
    expect(tries('another', '2001:DB8::1:ffff:0:0:1')).toBeUndefined();
    expect(tries('another', '2001:db8:0:2::1')).toBeDefined();
  });

  it('are forgotten after an hour without any', () => {
    const { state, tries } = open();
    for (let count = 0; count < 5; count++) tries('li');
    state.now += 3_600_000;
    for (let count = 0; count < 5; count++) expect(tries('li')).toBeDefined();
  });
});
