import { type Cell, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import type { SourceText } from '../verify/source-text.ts';
import type { EvidenceUnit } from './evidence-unit.ts';

/** A unit as the gate reads it: a row with its cells, a sentence alone, each with its titles as context. */
export function sourceOf(unit: EvidenceUnit): SourceText {
  const { passage } = unit.stored;
  if (passage.cells !== undefined) return passageSource(unit.stored);
  return { id: `${passage.id}:${unit.start}`, text: unit.text, context: contextOf(unit.stored) };
}

/** A passage as a person reads it: a row begins with the labels of rows above that hold for it. */
export function passageSource(stored: StoredPassage): SourceText {
  const { passage } = stored;
  const { list, section, rowLabels = [] } = passage.structure;
  const context = contextOf(stored);
  if (passage.cells !== undefined && rowLabels.length > 0) return { id: passage.id, context, ...labelledRow(stored) };
  return {
    id: passage.id,
    text: passage.text,
    context,
    ...(passage.cells === undefined ? {} : { cells: passage.cells }),
    ...(passage.kind === 'step' ? { step: { procedure: `${passage.versionId} ${list ?? section ?? ''}`, index: passage.order } } : {}),
  };
}

function labelledRow({ passage: { text, cells = [], structure } }: StoredPassage): Pick<SourceText, 'text' | 'cells'> {
  let before = '';
  const labels = (structure.rowLabels ?? []).map((label): Cell => {
    const start = before.length;
    before += `${label.text}\t`;
    return { column: label.column ?? '', start, end: start + label.text.length };
  });
  const moved = cells.map((cell) => ({ ...cell, start: cell.start + before.length, end: cell.end + before.length }));
  return { text: before + text, cells: [...labels, ...moved] };
}

function contextOf(stored: StoredPassage): string {
  return [stored.title, ...[...titlesAbove(stored.passage)].reverse()].join(' ; ');
}
