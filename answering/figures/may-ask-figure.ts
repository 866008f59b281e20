import { fold } from '../../kernel/index.ts';
import { recordPhrases } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';

const MEASURES = [
  'count',
  'total',
  'mean',
  'median',
  'share',
  'most',
  'least',
  'frequent',
  'top',
  'first',
  'latest',
  'list',
  'rank',
  'differ',
  'trend',
  'up',
  'down',
  'compare',
  'interval',
  'again',
] as const;
const KINDS = ['work-order', 'alarm', 'record'] as const;
const WORDS = [...MEASURES, ...KINDS].flatMap(recordPhrases);

/** Whether a question has any word of those that ask for a figure or name rows, so that logs are worth looking at. */
export function mayAskFigure({ text }: Pick<Question, 'text'>): boolean {
  const folded = fold(text);
  return WORDS.some((word) => folded.includes(word));
}
