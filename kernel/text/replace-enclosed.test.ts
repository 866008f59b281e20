import { describe, expect, it } from 'vitest';
import { replaceEnclosed } from './replace-enclosed.ts';

/** The same by a regular expression. */
const reference = (text: string) => text.replace(/[([【{][^)\]】}]*[)\]】}]/g, ' ');
const mended = (text: string) => replaceEnclosed(text, '([【{', ')]】}', ' ');

describe('replaceEnclosed', () => {
  it.each(['Cause (s) of failure', '原因【可能】的', 'a (b [c] d) e', ')(', '((a)', 'open (never closed', '', '(', '()', 'a(b)c(d)e('])(
    'replaces in "%s" what the expression does',
    (text) => {
      expect(mended(text)).toBe(reference(text));
    },
  );

  it('replaces the same in every text of a few signs', () => {
    const signs = '([)】a';
    for (let number = 0; number < signs.length ** 6; number += 1) {
      const text = Array.from({ length: 6 }, (_, place) => signs.charAt(Math.floor(number / signs.length ** place) % signs.length)).join(
        '',
      );
      expect(mended(text)).toBe(reference(text));
    }
  });
});
