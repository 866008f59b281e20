import { foldText, type Passage } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { isWithin, LONG_NUMBER, numberRanges } from './number-ranges.ts';

const ALONE = new RegExp(`(?<![a-z\\d.,/_-])${LONG_NUMBER}(?![a-z\\d_/-]|[.,]\\d|\\s*[%°])`, 'gu');

/**
 * Tells of each row whether it holds for other numbers than the question names: one of its cells is ranges and nothing else
 * (`2019017~2019050`), and none of them has a number of the question that is as long. A row for the number, and one without ranges, holds for
 * it or for all.
 */
export function holdsForOtherNumbers(question: Pick<Question, 'text' | 'quantities'>): (row: Pick<Passage, 'text' | 'cells'>) => boolean {
  const asked = askedNumbers(question);
  if (asked.length === 0) return () => false;
  return ({ text, cells = [] }) =>
    cells.some(({ start, end }) => {
      const { ranges, isAll } = numberRanges(text.slice(start, end));
      const meant = isAll ? asked.filter((number) => ranges.some(({ low }) => String(low).length === number.length)) : [];
      return meant.length > 0 && !meant.some((number) => isWithin(number, ranges));
    });
}

/** Whole numbers of the question that measure nothing. */
function askedNumbers({ text, quantities }: Pick<Question, 'text' | 'quantities'>): readonly string[] {
  const folded = foldText(text);
  const measures = quantities.filter(({ quantity }) => quantity.unit !== '');
  return [...folded.text.matchAll(ALONE)].flatMap(({ 0: number, index }) => {
    const { start, end } = folded.toSource(index, index + number.length);
    return measures.some((one) => one.start < end && start < one.end) || number.startsWith('0') ? [] : [number];
  });
}
