import type { Filter } from '../../kernel/index.ts';
import type { Token } from './token.ts';

/** What a question limits the rows to; `tokens` are the words that say so. */
export interface Condition {
  readonly filter: Filter;
  readonly tokens: readonly Token[];
  readonly negated: boolean;
  /** Of alternatives: each by itself. */
  readonly sides?: readonly Filter[];
  /** They are joined by `or`: one figure, unless words set them side by side. */
  readonly isChoice?: true;
}

export function anyOf(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return filters.length === 1 && only !== undefined ? only : { kind: 'any', filters };
}

export function negatedIf(negated: boolean, filter: Filter): Filter {
  return negated ? { kind: 'not', filter } : filter;
}
