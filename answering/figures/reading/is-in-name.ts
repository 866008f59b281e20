import { fold, type UsedWords } from '../../../kernel/index.ts';
import type { ReadQuestion } from './conditions-read.ts';

/** Whether the column of words is called by a text, or by more that holds it. */
export function isInName(
  { shown }: Pick<ReadQuestion, 'shown'>,
  { column }: Pick<UsedWords, 'column'>,
  { text }: { readonly text: string },
): boolean {
  const own = column === undefined ? undefined : shown.columns[column];
  return own?.names.some((name) => fold(name).includes(fold(text))) === true;
}
