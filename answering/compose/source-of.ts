import type { StoredPassage } from '../../kernel/index.ts';
import type { SourceText } from '../verify/source-text.ts';
import type { EvidenceUnit } from './evidence-unit.ts';

/** A unit as the gate reads it: a row with its cells, a sentence alone, each with its titles as context. */
export function sourceOf(unit: EvidenceUnit): SourceText {
  const { passage } = unit.stored;
  if (passage.cells !== undefined) return passageSource(unit.stored);
  return { id: `${passage.id}:${unit.start}`, text: unit.text, context: contextOf(unit.stored) };
}

export function passageSource(stored: StoredPassage): SourceText {
  const { passage } = stored;
  return {
    id: passage.id,
    text: passage.text,
    context: contextOf(stored),
    ...(passage.cells === undefined ? {} : { cells: passage.cells }),
    ...(passage.kind === 'step'
      ? { step: { procedure: `${passage.versionId} ${passage.headings.join(' / ')}`, index: passage.order } }
      : {}),
  };
}

function contextOf(stored: StoredPassage): string {
  return [stored.title, ...stored.passage.headings].join(' ; ');
}
