import { fold, type Quantity } from '../../kernel/index.ts';
import { findConcepts, wordingPattern } from '../../ontology/index.ts';
import type { Question } from './question.ts';

const DURATION = wordingPattern('asksDuration');
const OFTEN = wordingPattern('asksInterval');
/** Times of the vocabulary that pass once, from a beginning to an end. */
const PASSING = new Set(
  ['response-time', 'ramp-time', 'acceleration-time', 'deceleration-time', 'charging-time'].map((name) => `parameter/${name}`),
);

/** Whether a question asks how long something takes, which is another thing than how often it is due. */
export function asksDuration(text: string): boolean {
  const folded = fold(text);
  if (OFTEN.test(folded)) return false;
  return DURATION.test(folded) || findConcepts(text).some(({ concept }) => PASSING.has(concept.id));
}

/** Whether a quantity is of a kind that is asked for. */
export function isAskedQuantity(
  { dimensions, isDurationAsked }: Pick<Question, 'dimensions' | 'isDurationAsked'>,
  { dimension, recurring }: Quantity,
): boolean {
  return dimensions.includes(dimension) && !(isDurationAsked && recurring);
}
