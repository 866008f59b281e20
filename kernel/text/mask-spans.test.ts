import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSpans } from './mask-spans.ts';

describe('a text with spans masked', () => {
  it('has blanks in their place and all else where it stood', () => {
    expect(maskSpans('泵 P-101 停机', [{ start: 2, end: 7 }])).toBe('泵       停机');
    expect(
      maskSpans('seal leak', [
        { start: 0, end: 4 },
        { start: 2, end: 6 },
      ]),
    ).toBe('      eak');
    expect(maskSpans('', [])).toBe('');
  });

  it('is as long as it was', () => {
    const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.array(span), (text, spans) => {
        expect(maskSpans(text, spans)).toHaveLength(text.length);
      }),
    );
  });
});
