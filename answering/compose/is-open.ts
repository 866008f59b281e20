import type { Composition } from './composition.ts';

/** Nobody has answered, and nobody has looked up that there is nothing. */
export function isOpen(first: Composition | undefined): first is undefined | (Composition & { readonly kind: 'refuse' }) {
  return first === undefined || (first.kind === 'refuse' && first.reason === 'absent' && first.isExact !== true);
}
