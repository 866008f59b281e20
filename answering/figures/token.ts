import type { Field, QuantityMention } from '../../kernel/index.ts';
import type { RecordMeaning } from '../../ontology/index.ts';
import type { LinkedEntity, TimeRange } from '../question/question.ts';

/** A piece of a question with all that it can mean for rows of a log; offsets are UTF-16 units of the folded question. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly meanings: ReadonlySet<RecordMeaning>;
  /** Columns that it names. */
  readonly fields: readonly Field[];
  /** Cells that it is written in, as values of their columns. */
  readonly values: readonly { readonly field: Field; readonly value: string }[];
  readonly time?: TimeRange;
  readonly code?: LinkedEntity;
  readonly quantity?: QuantityMention['quantity'];
  /** Id of a vocabulary entry. */
  readonly concept?: string;
  /** Words between quotation marks. */
  readonly quoted?: boolean;
}

export function means(token: Token | undefined, ...meanings: readonly RecordMeaning[]): boolean {
  return token !== undefined && meanings.some((meaning) => token.meanings.has(meaning));
}

/** Whether nothing is known of a word but the columns that it may name. */
export function isPlain({ meanings, values, code, time, quantity }: Token): boolean {
  return meanings.size === 0 && values.length === 0 && code === undefined && time === undefined && quantity === undefined;
}
