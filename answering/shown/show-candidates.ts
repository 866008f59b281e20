import { compareText, type StoredPassage } from '../../kernel/index.ts';
import type { Candidate } from '../answer.ts';
import type { DraftCandidate } from '../compose/composition.ts';
import type { Question } from '../question/question.ts';
import { chooseCells } from './choose-cells.ts';

/** Cells that tell two rows with one code apart for a person: machine, group, code and text stand first in such lists. */
const MOST = 4;

/**
 * What may be meant, as who asks reads it: a row by what stands up to its text, or all of it where that tells nothing apart, in one
 * language, and by its document where there are several. Rows are ordered by that, each once; whatever else may be meant stays as it is.
 */
export function showCandidates(question: Question, candidates: readonly DraftCandidate[]): readonly Candidate[] {
  const rows = candidates.flatMap(({ row }) => row ?? []);
  if (rows.length < candidates.length || rows.length === 0) return candidates.map(({ row: _, ...candidate }) => candidate);
  const isOne = new Set(rows.map(({ documentId }) => documentId)).size === 1;
  const textsOf = (most: number) =>
    new Set(rows.map((row) => [...wordsOf(question, row, most), ...(isOne ? [] : [row.title])].join(' · ')));
  const short = textsOf(MOST);
  return [...(short.size < rows.length ? textsOf(Number.POSITIVE_INFINITY) : short)].sort(compareText).map((text) => ({ text }));
}

/** Cells up to the text, else `most` of them; with no bound all. */
function wordsOf(question: Question, row: StoredPassage, most: number): readonly string[] {
  const cells = chooseCells(question, row);
  const last = cells.findIndex(({ role }) => role === 'alarm-text');
  return cells.slice(0, last < 0 || most > MOST ? most : last + 1).map(({ start, end }) => row.passage.text.slice(start, end).trim());
}
