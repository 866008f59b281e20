import { fold, type RowQuestionReading, type UsedWords } from '../../../kernel/index.ts';
import { recordPhrases } from '../../../ontology/index.ts';
import type { LogColumn } from '../log-columns.ts';
import type { ShownLog } from './show-columns.ts';
import { bestNamed } from './value-filter.ts';
import { glossesApart } from './with-glosses.ts';

const OR = new RegExp(
  recordPhrases('or')
    .map((phrase) => (/\p{sc=Han}/u.test(phrase) ? `\\s*${phrase}\\s*` : `\\s+${phrase}\\s+`))
    .join('|'),
  'giu',
);
const BEFORE = /^[\s,;:，；：、。?？!！)）]+/u;
const BEHIND = /(?:[\s,;:，；：、。?？!！(（]+|(?<![(（][^)）]*)[)）]\s*)+$/u;
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
  const isNamed = (words: UsedWords) => words.is !== 'value' || placesNamed(text.slice(words.start, words.end)).length > 0;
  return readings.map((reading) => ({
    ...reading,
    words: reading.words
      .map((words) => trimmed(text, words))
      .flatMap((words) => (isNamed(words) ? [words] : glossesApart(text, words)))
      .flatMap((words) => alternatives(text, words, placesNamed))
      .map((words) => settled(text.slice(words.start, words.end), words, columns, placesNamed)),
  }));
}

/** Brackets and marks at the ends of words are none of them. */
function trimmed(text: string, words: UsedWords): UsedWords {
  const written = text.slice(words.start, words.end);
  const [before, behind] = [BEFORE.exec(written)?.[0].length ?? 0, BEHIND.exec(written)?.[0].length ?? 0];
  const isLeft = before + behind < written.length;
  return words.is === 'value' && isLeft ? { ...words, start: words.start + before, end: words.end - behind } : words;
}

/** `tooth or teeth`, read as one value that no column has, is two of them. */
function alternatives(text: string, words: UsedWords, placesNamed: (written: string) => readonly number[]): readonly UsedWords[] {
  const written = text.slice(words.start, words.end);
  const links = [...written.matchAll(OR)];
  if (words.is !== 'value' || links.length === 0 || placesNamed(written).length > 0) return [words];
  const { value: _, ...rest } = words;
  const starts = [0, ...links.map(({ index, 0: link }) => index + link.length)];
  const ends = [...links.map(({ index }) => index), written.length];
  const parts = starts.map((start, at) => ({ ...rest, start: words.start + start, end: words.start + (ends[at] ?? start) }));
  return parts.every(({ start, end }) => start < end) ? parts : [words];
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
