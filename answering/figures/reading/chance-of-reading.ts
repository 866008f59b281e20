import type { RowQuestionReading } from '../../../kernel/index.ts';

/** From 0 to 1: how likely all that a plan takes from a reading is right, each taken for itself. */
export function chanceOfReading({ ask, group, ranked, words, columns }: RowQuestionReading): number {
  const sure = (chance: number) => Math.max(chance, 1 - chance);
  const ofColumns = columns.map(({ measured, second, grouped, denied, operator }, at) => {
    const hasWords = words.some(({ is, column }) => is === 'value' && column?.is === at);
    const isValue = operator.is === '=' || operator.is === 'has';
    // A condition on values that no words are of is none.
    const limits = isValue === hasWords ? operator.chance : hasWords ? 1 - operator.chance : 1;
    return sure(measured) * sure(second) * sure(grouped) * limits * (hasWords ? sure(denied) : 1);
  });
  const ofLinks = words.map(({ column, value }) => (column?.chance ?? 1) * (value?.is === undefined ? 1 : value.chance));
  const ofWords = Math.min(1, ...words.map(({ chance }) => chance));
  return [ask.chance, group.chance, sure(ranked), ofWords, ...ofColumns, ...ofLinks].reduce((product, chance) => product * chance, 1);
}
