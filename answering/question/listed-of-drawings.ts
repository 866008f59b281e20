import { fold } from '../../kernel/index.ts';
import { type AskedOfDrawing, askedOfDrawings, wordingPattern } from '../../ontology/index.ts';
import type { Question } from './question.ts';

/** What of a drawing is listed. */
export const LISTED_OF_DRAWINGS = ['instruments', 'valves', 'equipment', 'breakers', 'motors'] as const satisfies readonly AskedOfDrawing[];
export type ListedOfDrawing = (typeof LISTED_OF_DRAWINGS)[number];

const ON_DRAWING = wordingPattern('onDrawing', 'giu');
/** A list on a drawing that is named, added where a question names none: its forms want a code. */
const ON_ONE = ' on @';

/** Those of the kinds that are lists of what a drawing shows. */
export function listedOn(kinds: readonly AskedOfDrawing[]): readonly ListedOfDrawing[] {
  return LISTED_OF_DRAWINGS.filter((kind) => kinds.includes(kind));
}

/**
 * What is to be listed of whichever drawings there are: `Which instruments are there?`, 图上有哪些阀门. Empty where a code or name is
 * asked about, or anything else of those things than that they are there.
 */
export function listedOfDrawings({ text, entities, terms, quantities }: Question): readonly ListedOfDrawing[] {
  if (entities.length > 0 || quantities.length > 0) return [];
  const places = [...text.matchAll(ON_DRAWING)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
  const others = terms.filter(({ start, end }) => !places.some((place) => start < place.end && end > place.start));
  if (others.length > 1) return [];
  return listedOn(askedOfDrawings(fold(text.replace(ON_DRAWING, ' ') + ON_ONE)));
}
