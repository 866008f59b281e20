import type { Key, NodeKind } from '../../kernel/index.ts';
import { splitItems } from '../normalise/split-items.ts';
import type { Reading } from './extraction-draft.ts';
import type { PassageReading, RowCell } from './passage-reading.ts';

/** A thing named by a cell or a part of it. */
export interface NamedSpan {
  readonly key: Key;
  readonly start: number;
  readonly end: number;
}

export function cellsOf(reading: PassageReading, role: RowCell['role']): readonly RowCell[] {
  return reading.cells.filter((cell) => cell.role === role);
}

/**
 * The key of the name that stands at a span, with its use; where the name is a term of the vocabulary of the same kind, it is
 * linked to the term, so that names in two languages meet there.
 */
export function nameAt(reading: PassageReading, type: NodeKind, start: number, end: number): NamedSpan | undefined {
  const { draft, passage } = reading;
  const key = draft.key(type, 'name', passage.text.slice(start, end));
  if (key === undefined) return undefined;
  draft.use(key, passage, start, end);
  const whole = reading.concepts.find((mention) => mention.start === start && mention.end === end && mention.concept.kind === type);
  if (whole !== undefined) draft.link(key, draft.conceptKey(whole.concept), 'vocabulary');
  return { key, start, end };
}

/** Names of one kind in the cells of a role; a cell that lists several gives each. */
export function namesIn(reading: PassageReading, role: RowCell['role'], type: NodeKind): readonly NamedSpan[] {
  return cellsOf(reading, role).flatMap((cell) =>
    splitItems(cell.text, cell.start).flatMap((item) => nameAt(reading, type, item.start, item.end) ?? []),
  );
}

/** Reading of a fact that two places of one row support: the quote runs from the first to the last. */
export function rowReading(
  reading: PassageReading,
  places: readonly { readonly start: number; readonly end: number }[],
  extractor: string,
  confidence: number,
  status: 'stated' | 'observed' = 'stated',
): Reading {
  const start = Math.min(...places.map((place) => place.start));
  const end = Math.max(...places.map((place) => place.end));
  return { passage: reading.passage, start, end, extractor, confidence, status };
}
