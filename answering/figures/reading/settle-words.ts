import { fold, type RowQuestionReading, type UsedWords } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import type { ShownLog } from './show-columns.ts';
import { bestNamed } from './value-filter.ts';

const YEAR = /^\s*(?:19|20)\d{2}(?!\d)/u;

/**
 * Readings with what the columns themselves tell put right: words that name a value of another column mean that one, words that head
 * their column name it, and a year that no column holds is a time.
 */
export function settleWords(
  text: string,
  { columns }: Pick<ShownLog, 'columns'>,
  readings: readonly RowQuestionReading[],
): readonly RowQuestionReading[] {
  // Readings share most of their words, and a log has thousands of values.
  const known = new Map<string, readonly number[]>();
  const placesNamed = (written: string) => {
    const places = known.get(written) ?? columns.flatMap(({ values }, at) => (bestNamed(values, written).length > 0 ? [at] : []));
    known.set(written, places);
    return places;
  };
  return readings.map((reading) => ({
    ...reading,
    words: reading.words.map((words) => settled(text.slice(words.start, words.end), words, columns, placesNamed)),
  }));
}

/** @param placesNamed columns of which a value is called so. */
function settled(
  written: string,
  words: UsedWords,
  columns: readonly LogColumn[],
  placesNamed: (written: string) => readonly number[],
): UsedWords {
  if (words.is !== 'value' || words.column === undefined) return words;
  const own = columns[words.column];
  const { value: _, ...rest } = words;
  const named = placesNamed(written);
  if (own?.names.includes(fold(written).trim()) === true && !named.includes(words.column)) return { ...rest, is: 'column' };
  const naming = named.filter((at) => columns[at]?.holds === 'values');
  if (naming.length === 0 && YEAR.test(written)) {
    const { column: __, ...time } = rest;
    return { ...time, is: 'time' };
  }
  const [other] = naming;
  if (other === undefined || naming.includes(words.column)) return words;
  return naming.length > 1 && own?.holds === 'words' ? words : { ...rest, column: other };
}
