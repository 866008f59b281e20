import { normaliseHeader } from './normalise-header.ts';

/** A header made for machines as words: `title_en` gives `title`. Any other as it is written. */
export function readableHeader(header: string): string {
  const trimmed = header.trim();
  if (!/^\S*_\S*$/u.test(trimmed)) return trimmed;
  const words = trimmed.split('_').filter((word) => word !== '');
  const named = normaliseHeader(trimmed).language === undefined ? words : words.slice(0, -1);
  return named.length === 0 ? trimmed : named.join(' ');
}
