import { type Dimension, findQuantities, fold, type TagGrammar } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import { askedDimensions } from './asked-dimensions.ts';

const ASKS_COUNT = wordingPattern('asksCount');
const IN_WORDS = wordingPattern('countInWords');
const COUNTED: ReadonlySet<Dimension> = new Set(['none', 'cycles']);
/** The number of a size or a type: `M16`, `DN-50`. */
const SIZE = /^\p{L}+[-–]?\d/u;

/** Whether a question asks how many of something there are; how many of a unit (`how many hours`) asks for a quantity. */
export function asksCount(text: string): boolean {
  return ASKS_COUNT.test(fold(text)) && askedDimensions(text).length === 0;
}

/** Whether a text says how many: by a number without a unit, which a size and a torque of bolts are not, or in words. */
export function tellsCount(text: string, grammar: TagGrammar): boolean {
  const isNumber = findQuantities(text, grammar).some(
    ({ quantity: { dimension, low }, start, end }) => COUNTED.has(dimension) && Number.isInteger(low) && !SIZE.test(text.slice(start, end)),
  );
  return isNumber || IN_WORDS.test(fold(text));
}
