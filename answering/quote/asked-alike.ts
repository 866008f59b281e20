import { fold, type StoredPassage } from '../../kernel/index.ts';
import { askedWords } from '../compose/asked-words.ts';
import { quotePassage } from '../compose/composition.ts';
import type { Question } from '../question/question.ts';
import { namesWhole, subjectsOf } from './is-of-another-thing.ts';
import type { JudgedBlock } from './judge-blocks.ts';

type AskedOfRows = Pick<Question, 'text' | 'terms' | 'entities' | 'quantities' | 'grammar'>;

/**
 * Rows of the table of a row that are asked for as much as it is, the row among them, in their order: nothing that the question says
 * tells them apart (the bolts of the cover and those of the foot, where `the bolts` are asked for), and to tell one alone would hide that
 * there are others. The row alone where it is what was asked for by its whole name.
 */
export function askedAlike(question: AskedOfRows, row: StoredPassage, judged: readonly JudgedBlock[]): readonly StoredPassage[] {
  if (row.passage.cells === undefined || !namesWhole(question, row) || !isOneOfSeveral(question, row)) return [row];
  const said = saidOf(question, row);
  const others = judged.flatMap(({ block: { passages } }) => (passages.length === 1 ? passages : []));
  const alike = others.filter(
    (other) =>
      other.passage.id !== row.passage.id &&
      other.passage.versionId === row.passage.versionId &&
      columnsOf(other) === columnsOf(row) &&
      namesWhole(question, other) &&
      said.every((words) => saidOf(question, other).includes(words)),
  );
  const distinct = new Map([row, ...alike].map((one) => [one.passage.id, one]));
  return [...distinct.values()].sort((a, b) => a.passage.order - b.passage.order);
}

/** Whether a row is about more than the question says: one of the kind that is asked for. */
function isOneOfSeveral(question: AskedOfRows, row: StoredPassage): boolean {
  const asked = askedWords(question);
  return subjectsOf(question, row).some(({ words }) => [...words].some((word) => !asked.has(word)));
}

/** Codes and values of the question that a row says itself. */
function saidOf({ text, entities, quantities }: AskedOfRows, row: StoredPassage): readonly string[] {
  const own = fold(quotePassage(row).text);
  return [...entities, ...quantities].map(({ start, end }) => fold(text.slice(start, end))).filter((words) => own.includes(words));
}

export function columnsOf({ passage: { cells = [] } }: StoredPassage): string {
  return cells.map(({ column }) => fold(column)).join('\t');
}
