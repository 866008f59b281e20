import type { Passage } from '../../../kernel/index.ts';
import { stepMarker } from '../../../ontology/index.ts';
import { textMark } from './text-mark.ts';

const BULLET = /^[•●○▪■·]\s*/u;

/** Marks of a passage: of its text as it is, and without the number or bullet printed before it, which some formats give apart. */
function marksOf({ text, marker }: Passage): readonly string[] {
  const printed = marker === undefined ? undefined : stepMarker(text);
  const bare = printed !== undefined && printed.marker === marker ? text.slice(printed.length) : text.replace(BULLET, '');
  return bare === text ? [textMark(text)] : [textMark(text), textMark(bare)];
}

export function opensWith(passage: Passage | undefined, mark: string): boolean {
  return passage !== undefined && marksOf(passage).includes(mark);
}
