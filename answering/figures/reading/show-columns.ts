import { compareText, fold, foldIdentifier, type ShownColumn } from '../../../kernel/index.ts';
import type { Log, LogColumn } from '../log-columns.ts';

/** Values of a column that the reader of questions is shown, those first that the question may speak of. */
const SHOWN = 3;

/** Columns of a log as the reader of questions is shown them, in the order of the log. */
export interface ShownLog {
  readonly columns: readonly LogColumn[];
  readonly shown: readonly ShownColumn[];
}

/** @param near values that are near what the question says by meaning, of each column. */
export function showColumns(question: string, { columns }: Log, near: ReadonlyMap<LogColumn, readonly string[]> = new Map()): ShownLog {
  const asked = fold(question);
  const told = columns.filter(({ field, holds }) => holds !== 'nothing' && !field.startsWith('coded:'));
  return {
    columns: told,
    shown: told.map((column) => {
      const own = valuesOf(column);
      const ranked = [...own.keys()].map((at) => ({ at, value: own[at] ?? '', like: likeness(asked, own[at] ?? '') }));
      ranked.sort((a, b) => b.like - a.like || a.at - b.at || compareText(a.value, b.value));
      const values = [...(near.get(column) ?? []), ...ranked.map(({ value }) => value)];
      return { header: headerOf(column), values: [...new Set(values)].slice(0, SHOWN) };
    }),
  };
}

/** What stands in a column: all that is known of one of values, else some cells. */
export function valuesOf({ values, examples = [] }: LogColumn): readonly string[] {
  return values.length > 0 ? values : examples;
}

/** Names that programs give are written as people would: `work_priority`, `MajorSystem`. */
function headerOf({ field, title, names }: LogColumn): string {
  const written = field.startsWith('x:') ? field.slice(2) : (title ?? names[0] ?? field);
  return written.replaceAll('_', ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}

/** Share of the neighbouring signs of a value that the question holds; all where it holds the value itself. */
function likeness(asked: string, value: string): number {
  const name = fold(value);
  const key = foldIdentifier(value);
  if (name === '') return 0;
  if (name.length > 1 && (asked.includes(name) || (/\d/u.test(key) && key.length > 2 && foldIdentifier(asked).includes(key)))) return 2;
  const words = [...new Set(name.match(/\p{sc=Han}|[\p{L}\p{N}]+/gu) ?? [])];
  return words.filter((word) => asked.includes(word)).length / Math.max(1, words.length);
}
