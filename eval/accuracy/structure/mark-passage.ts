import type { Passage } from '../../../kernel/index.ts';
import { stepMarker } from '../../../ontology/index.ts';
import { hasMark } from './text-mark.ts';

const BULLET = /^[•●○▪■·]\s*/u;

/** Texts of a passage: as it is, and without the number or bullet printed before it, which some formats give apart. */
function textsOf({ text, marker }: Passage): readonly string[] {
  const printed = marker === undefined ? undefined : stepMarker(text);
  const bare = printed !== undefined && printed.marker === marker ? text.slice(printed.length) : text.replace(BULLET, '');
  return bare === text ? [text] : [text, bare];
}

export function opensWith(passage: Passage | undefined, marks: readonly string[]): boolean {
  return passage !== undefined && textsOf(passage).some((text) => marks.some((mark) => hasMark(text, mark)));
}
