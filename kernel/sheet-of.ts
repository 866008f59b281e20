import type { Passage } from './passage.ts';

/**
 * The sheet of a drawing that a passage stands on, by the order of the passage that opens it within its version; undefined of what
 * stands on no drawing.
 */
export function sheetOf({
  kind,
  order,
  anchors,
  structure,
}: Pick<Passage, 'kind' | 'order' | 'anchors' | 'structure'>): number | undefined {
  if (structure.sheet !== undefined) return structure.sheet;
  if (anchors[0]?.kind !== 'drawing') return undefined;
  return kind === 'heading' ? order : (structure.section ?? 0);
}
