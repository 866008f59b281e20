import type { NodeKind } from '../../kernel/index.ts';
import { type ConceptMention, findConcepts } from '../../ontology/index.ts';

/** Kinds of things of which one kind is not another: a foundation bolt is a bolt, and a flange bolt is no foundation bolt. */
export const THINGS: ReadonlySet<NodeKind> = new Set(['Component', 'Part', 'EquipmentClass', 'Material', 'Tool']);

/** Where a text names a kind of thing by an entry of the vocabulary, in reading order. */
export function thingsIn(text: string): readonly ConceptMention[] {
  return findConcepts(text).filter(({ concept }) => THINGS.has(concept.kind));
}
