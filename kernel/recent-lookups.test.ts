import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentLookups } from './recent-lookups.ts';

describe('recent lookups', () => {
  it('hold what is taken again and again, and let go what is not', () => {
    const held = new RecentLookups<string, number>(3);
    held.set('泵', 1);
    held.set('seal', 2);
    for (let time = 0; time < 10; time += 1) expect(held.get('泵')).toBe(1);
    expect(held.get('seal')).toBeUndefined();
    expect(held.size).toBe(1);
  });

  it('give what was set last, and never hold more than two spans of lookups brought', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 300 }), fc.integer({ min: 1, max: 9 }), (keys, span) => {
        const held = new RecentLookups<number, string>(span);
        for (const [at, key] of keys.entries()) {
          const found = held.get(key);
          expect([undefined, `value of ${key}`]).toContain(found);
          if (keys.slice(Math.max(0, at - span), at).includes(key)) expect(found).toBeDefined();
          if (found === undefined) held.set(key, `value of ${key}`);
          expect(held.size).toBeLessThanOrEqual(2 * span);
        }
      }),
    );
  });
});
