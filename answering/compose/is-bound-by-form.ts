import type { Quantity } from '../../kernel/index.ts';
import type { PolarityMember } from '../../ontology/index.ts';

/** Whether a value is the asked bound without a word that says so: an end of a range, or a limit on that side. False of what is no bound. */
export function isBoundByForm(member: PolarityMember | undefined, quantities: readonly Quantity[]): boolean {
  if (member !== 'maximum' && member !== 'minimum') return false;
  const sides = member === 'maximum' ? ['<=', '<'] : ['>=', '>'];
  return quantities.some(({ low, high, comparator }) => low < high || sides.includes(comparator));
}
