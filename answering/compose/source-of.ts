import { type Cell, type Passage, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import type { SourceText } from '../verify/source-text.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import { type ReadRow, readAsRow } from './read-as-row.ts';

/** A unit as the gate reads it: a row with its cells, a sentence alone, each with its titles as context. */
export function sourceOf(unit: EvidenceUnit): SourceText {
  const { passage } = unit.stored;
  if (passage.cells !== undefined) return passageSource(unit.stored);
  return { id: `${passage.id}:${unit.start}`, text: unit.text, context: contextOf(unit.stored) };
}

/** A passage as a person reads it: a row begins with the labels of rows above that hold for it. */
export function passageSource(stored: StoredPassage): SourceText {
  const { passage } = stored;
  const row = readAsRow(passage);
  const context = contextOf(stored);
  if (row !== undefined && row.labels.length > 0) {
    const printed = passage.cells === undefined ? { printed: passage.text } : {};
    return { id: passage.id, context, ...labelledRow(passage.text, row), ...printed, ...stepOf(passage) };
  }
  return {
    id: passage.id,
    text: passage.text,
    context,
    ...(passage.cells === undefined ? {} : { cells: passage.cells }),
    ...stepOf(passage),
  };
}

/** A row with the cells alone that lie within spans of it, and the labels that hold for it under what their columns mean in the whole row. */
export function citedRow(stored: StoredPassage, spans: readonly { readonly start: number; readonly end: number }[]): SourceText {
  const whole = passageSource(stored);
  const labels = whole.text.length - stored.passage.text.length;
  const isCited = (cell: Cell) => spans.some(({ start, end }) => start <= cell.start - labels && cell.end - labels <= end);
  return { ...whole, cells: (whole.cells ?? []).filter((cell) => cell.end <= labels || isCited(cell)) };
}

function stepOf({ kind, versionId, order, structure: { list, section } }: Passage): Pick<SourceText, 'step'> {
  return kind === 'step' ? { step: { procedure: `${versionId} ${list ?? section ?? ''}`, index: order } } : {};
}

function labelledRow(text: string, { cells, labels: above }: ReadRow): Pick<SourceText, 'text' | 'cells'> {
  let before = '';
  const labels = above.map((label): Cell => {
    const start = before.length;
    before += `${label.text}\t`;
    const role = label.role ?? cells.find(({ column }) => column === label.column)?.role;
    return { column: label.column ?? '', ...(role === undefined ? {} : { role }), start, end: start + label.text.length };
  });
  const moved = cells.map((cell) => ({ ...cell, start: cell.start + before.length, end: cell.end + before.length }));
  return { text: before + text, cells: [...labels, ...moved] };
}

function contextOf(stored: StoredPassage): string {
  return [stored.title, ...[...titlesAbove(stored.passage)].reverse()].join(' ; ');
}
