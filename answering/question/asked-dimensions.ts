import { type Dimension, fold } from '../../kernel/index.ts';
import { DIMENSION_PATTERNS, PLAIN_DIMENSION_PATTERNS, wordingPattern } from '../../ontology/index.ts';

/** Physical kinds that the value asked for may have; empty when the words do not tell. */
export function askedDimensions(text: string): Dimension[] {
  const folded = fold(text);
  const plain = PLAIN_DIMENSION_PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([dimension]) => dimension);
  if (plain.length > 0) return plain;
  return [...new Set(DIMENSION_PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([dimension]) => dimension))];
}

/** Words that add nothing to the kind: a flow rate is a flow. */
const EMPTY_WORDS = wordingPattern('emptyOfDimension', 'gu');

const WORDS_OF_KINDS = [...PLAIN_DIMENSION_PATTERNS, ...DIMENSION_PATTERNS].map(([, pattern]) => new RegExp(pattern.source, 'gu'));

/** Whether a text holds words of a physical kind and nothing that narrows them down. */
export function namesDimensionOnly(text: string): boolean {
  let rest = fold(text);
  for (const pattern of WORDS_OF_KINDS) rest = rest.replace(pattern, ' ');
  return !/[\p{L}\p{N}]/u.test(rest.replace(EMPTY_WORDS, ' '));
}
