import { fold, type RowQuestionReading, type UsedWords } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import type { ShownLog } from './show-columns.ts';
import { bestNamed } from './value-filter.ts';

const YEAR = /^\s*(?:19|20)\d{2}(?!\d)/u;

/**
 * A reading with what the columns themselves tell put right: words that name a value of another column mean that one, words that head
 * their column name it, and a year that no column holds is a time.
 */
export function settleWords(text: string, { columns }: Pick<ShownLog, 'columns'>, reading: RowQuestionReading): RowQuestionReading {
  return { ...reading, words: reading.words.map((words) => settled(text.slice(words.start, words.end), words, columns)) };
}

function settled(written: string, words: UsedWords, columns: readonly LogColumn[]): UsedWords {
  if (words.is !== 'value' || words.column === undefined) return words;
  const own = columns[words.column];
  const { value: _, ...rest } = words;
  if (own?.names.includes(fold(written).trim()) === true && bestNamed(own.values, written).length === 0) return { ...rest, is: 'column' };
  const naming = columns.flatMap(({ values, holds }, at) => (holds === 'values' && bestNamed(values, written).length > 0 ? [at] : []));
  if (naming.length === 0 && YEAR.test(written)) {
    const { column: __, ...time } = rest;
    return { ...time, is: 'time' };
  }
  const [other] = naming;
  if (other === undefined || naming.includes(words.column)) return words;
  return naming.length > 1 && own?.holds === 'words' ? words : { ...rest, column: other };
}
