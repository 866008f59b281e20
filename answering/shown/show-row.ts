import type { StoredPassage } from '../../kernel/index.ts';
import { columnLabel, readableHeader } from '../../ontology/index.ts';
import { type DraftClaim, isKeyOfField, labelled, type NameColumn, rowText, type Span, type TextCell } from '../compose/composition.ts';
import type { Question } from '../question/question.ts';
import { withoutUnit } from '../verify/verbatim.ts';
import { chooseCells } from './choose-cells.ts';

/**
 * A claim that quotes a row, as who asks reads it: the cells that matter, each under what its column is called in the language of
 * the question, and a citation for each run of them. The cells are the document's words; where a label is not, the claim is
 * `composed`. Any other claim stays as it is.
 */
export function showRow(question: Question, draft: DraftClaim): DraftClaim {
  if (draft.kind === 'computed' || draft.drawn !== undefined) return draft;
  const [{ stored }, ...others] = draft.spans;
  const { text, cells } = stored.passage;
  if (cells === undefined) return draft;
  const shown = chooseCells(question, stored, draft.chosen);
  const [first, ...more] = runsOf(stored, shown);
  if (first === undefined) return draft;
  const nameOf = namesIn(question.language, text, shown);
  const said = labelled(stored, rowText(text, shown, cells, nameOf), nameOf).trim();
  const isPrinted = shown.every((cell) => nameOf(cell) === withoutUnit(cell.column).trim());
  if (said === draft.text) return draft;
  const { under } = draft;
  const spans = [first, ...more, ...others] as const;
  return { kind: isPrinted ? 'quote' : 'composed', text: said, spans, ...(under === undefined ? {} : { under }) };
}

/** What columns are called; two that would be called alike, and what is printed beside its value, keep the document's words. */
function namesIn(language: 'zh' | 'en', text: string, shown: readonly TextCell[]): NameColumn {
  const labelOf: NameColumn = ({ column, role }) => columnLabel(withoutUnit(column), role, language);
  const keys = new Set(shown.filter((cell) => isKeyOfField(cell, text, shown)).map((cell) => text.slice(cell.start, cell.end).trim()));
  return (cell) => {
    const header = withoutUnit(cell.column).trim();
    if (header === '' || keys.has(cell.column.trim())) return header;
    const label = labelOf(cell);
    return shown.some((other) => other.column !== cell.column && labelOf(other) === label) ? readableHeader(header) : label;
  };
}

/** Where the shown cells stand: cells with nothing left out between them are one span. */
function runsOf(stored: StoredPassage, shown: readonly TextCell[]): readonly Span[] {
  const { text, cells = [] } = stored.passage;
  const runs: { stored: StoredPassage; start: number; end: number }[] = [];
  const isLeftOut = (from: number, to: number) =>
    cells.some((cell) => cell.start >= from && cell.end <= to && text.slice(cell.start, cell.end).trim() !== '');
  for (const { start, end } of shown) {
    const last = runs.at(-1);
    if (last === undefined || isLeftOut(last.end, start)) runs.push({ stored, start, end });
    else last.end = end;
  }
  return runs;
}
