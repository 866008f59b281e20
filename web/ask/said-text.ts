import type { Claim } from '../contract.ts';

/** What a claim says, behind the number or letter of its step. */
export function saidText({ text, marker }: Pick<Claim, 'text' | 'marker'>): string {
  if (marker === undefined) return text;
  return /^[\p{L}\d]+$/u.test(marker) ? `${marker}. ${text}` : `${marker} ${text}`;
}
