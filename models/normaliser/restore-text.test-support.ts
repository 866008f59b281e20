import type { NormalisedText } from './normalise-text.ts';

/** The text that was normalised, from what was made of it alone. */
export function restoreText({ text, tokens }: NormalisedText): string {
  let restored = '';
  let from = 0;
  for (const { raw, norm, start, normStart, normEnd } of tokens) {
    restored += text.slice(from, normStart);
    if (norm === '' && restored.length < start) restored += ' ';
    restored += raw;
    from = normEnd;
  }
  return restored + text.slice(from);
}
