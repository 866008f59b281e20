import { assertNever } from './assert-never.ts';
import type { Passage } from './passage.ts';
import type { ElementPlace } from './ports/passage-reader.ts';

/** The depth of the section that a heading opens, or a step that is set as a title; from 1, undefined for what opens none. */
export function sectionDepth({ kind, structure }: Pick<Passage, 'kind' | 'structure'>): number | undefined {
  return kind === 'heading' ? (structure.level ?? 1) : structure.title;
}

/**
 * Whether a later passage ends the section of `opening`: a title of the same depth or a higher one, or behind a heading what stands
 * in no section any more, as a slide without a title.
 */
export function endsSection(opening: Passage, later: Passage): boolean {
  const depth = sectionDepth(later);
  if (opening.kind === 'heading' && depth === undefined) return later.structure.section === undefined;
  return depth !== undefined && depth <= (sectionDepth(opening) ?? 1);
}

/**
 * Proof that `passages`, in order, are an element to its ends: the first one opens it, none is missing between, each belongs to
 * it, and `following`, the passage directly behind the last (absent: the version ends), stands outside.
 */
export function isWhole(place: ElementPlace, passages: readonly Passage[], following: Passage | undefined): boolean {
  const [first] = passages;
  const last = passages.at(-1);
  if (first === undefined || last === undefined || first.order !== place.opening || !opens(place, first)) return false;
  if (passages.some((passage, index) => passage.versionId !== place.version || passage.order !== place.opening + index)) return false;
  if (following !== undefined && (following.versionId !== place.version || following.order !== last.order + 1)) return false;
  switch (place.kind) {
    case 'section':
      return (
        passages.slice(1).every((passage) => !endsSection(first, passage)) && (following === undefined || endsSection(first, following))
      );
    case 'list':
      return last.structure.list === place.opening && following?.structure.list !== place.opening;
    case 'table':
      return passages.every(({ structure }) => structure.table === place.opening) && following?.structure.table !== place.opening;
    default:
      return assertNever(place.kind);
  }
}

/** Whether an element of this kind opens with the passage. */
export function opens(place: Pick<ElementPlace, 'kind'>, passage: Passage): boolean {
  switch (place.kind) {
    case 'section':
      return sectionDepth(passage) !== undefined;
    case 'list':
      return passage.structure.list === passage.order;
    case 'table':
      return passage.structure.table === passage.order;
    default:
      return assertNever(place.kind);
  }
}
