import type { Predicate } from '../kernel/index.ts';
import { SCHEMA } from './schema.ts';

/** How a predicate is read from its subject (`out`) or from its object (`in`). */
export function predicatePhrase(predicate: Predicate, direction: 'out' | 'in'): string {
  return direction === 'out' ? predicate.toLowerCase().replaceAll('_', ' ') : SCHEMA.predicates[predicate].inverse;
}
