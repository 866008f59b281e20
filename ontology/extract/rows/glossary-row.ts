import { languageOf, type NodeKind } from '../../../kernel/index.ts';
import type { PassageReading } from '../passage-reading.ts';
import { cellsOf, nameAt } from '../row-names.ts';

/** Longer definitions explain a term; they are no other name of it. */
const LONGEST_NAME = 40;

/**
 * A row of a glossary: where term and definition are short and of two languages they name one thing. Its kind is that of the
 * vocabulary's term among them, else a component, the commonest matter of plant glossaries.
 */
export function readGlossaryRow(reading: PassageReading): void {
  const term = cellsOf(reading, 'term')[0];
  const definition = cellsOf(reading, 'definition')[0];
  if (term === undefined || definition === undefined) return;
  if (term.text.length > LONGEST_NAME || definition.text.length > LONGEST_NAME) return;
  if (languageOf(term.text) === languageOf(definition.text)) return;
  const known = reading.concepts.find((mention) =>
    [term, definition].some((cell) => mention.start === cell.start && mention.end === cell.end),
  );
  const kind: NodeKind = known?.concept.kind ?? 'Component';
  const left = nameAt(reading, kind, term.start, term.end);
  const right = nameAt(reading, kind, definition.start, definition.end);
  if (left !== undefined && right !== undefined) reading.draft.link(left.key, right.key, 'glossary');
}
