import type { Identifier } from './identifier/identifier.ts';
import type { Quantity } from './units/quantity.ts';

/** A literal: the object of a fact, a qualifier or a cell of a record. `text` is always the words as read. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  | { readonly kind: 'quantity'; readonly text: string; readonly quantity: Quantity }
  | { readonly kind: 'identifier'; readonly text: string; readonly identifier: Identifier }
  /** `time` in milliseconds since 1970 UTC; `precision` says how much of it was written. */
  | { readonly kind: 'date'; readonly text: string; readonly time: number; readonly precision: 'day' | 'minute' | 'second' }
  /** A term of the vocabulary (`failure-mode/external-leakage`). */
  | { readonly kind: 'concept'; readonly text: string; readonly concept: string };
