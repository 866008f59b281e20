import type { RowOperator, RowQuestionReading, UsedWords } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import type { ShownLog } from './show-columns.ts';

/**
 * The numbers that a column is compared with: all where it is the one that is compared. Of several compared columns each has one, in the order
 * in which both are said (`over 5000 km and under 3 hours`); none where a column is not named once, or numbers are more or fewer.
 */
export function numbersOf(
  { words, columns }: RowQuestionReading,
  { columns: shown }: Pick<ShownLog, 'columns'>,
  at: number,
  numbers: readonly UsedWords[],
): readonly UsedWords[] {
  const hasValues = (place: number) => words.some(({ is, column }) => is === 'value' && column === place);
  const compared = columns.flatMap(({ operator }, place) => (comparesNumbers(operator, shown[place]) && !hasValues(place) ? [place] : []));
  if (compared.length < 2) return numbers;
  const named = words.flatMap(({ is, column }) => (is === 'column' && column !== undefined && compared.includes(column) ? [column] : []));
  const isPaired = named.length === compared.length && new Set(named).size === named.length && numbers.length === named.length;
  const own = isPaired ? numbers[named.indexOf(at)] : undefined;
  return own === undefined ? [] : [own];
}

const COMPARING: ReadonlySet<RowOperator> = new Set(['>', '<', 'in', '=']);

/** A column of numbers is compared with one. */
export function comparesNumbers(operator: RowOperator, column: LogColumn | undefined): boolean {
  return column?.holds === 'numbers' && COMPARING.has(operator);
}
