import type { Passage, PassageId } from '../../../kernel/index.ts';
import { markedText, markOf, readMark } from '../structure/text-mark.ts';
import type { FieldPlace } from './field-question.ts';

/** The passages in which a place of one document stands: those whose words hold one of its marks, on its page and in its row. */
export function placesIn(passages: readonly Passage[]): (place: FieldPlace) => readonly PassageId[] {
  const byLength = new Map<number, ReadonlyMap<string, readonly PassageId[]>>();
  const marksOf = (length: number) => {
    const known = byLength.get(length) ?? marksOfLength(passages, length);
    byLength.set(length, known);
    return known;
  };
  const anchors = new Map(passages.map((passage) => [passage.id, passage.anchors]));
  return ({ marks, page, row }) => {
    const found = marks.flatMap((mark) => {
      const { hash, length } = readMark(mark);
      return marksOf(length).get(hash) ?? [];
    });
    return [...new Set(found)].filter((id) =>
      (anchors.get(id) ?? []).some((anchor) => {
        if (page !== undefined && anchor.kind === 'page') return anchor.page === page;
        if (row !== undefined && anchor.kind === 'row') return anchor.row === row;
        return true;
      }),
    );
  };
}

/** Marks of all stretches of one length, with the passages that hold them. */
function marksOfLength(passages: readonly Passage[], length: number): ReadonlyMap<string, readonly PassageId[]> {
  const found = new Map<string, PassageId[]>();
  for (const { id, text } of passages) {
    const words = markedText(text);
    for (let at = 0; at + length <= words.length; at += 1) {
      const mark = markOf(words.slice(at, at + length));
      const held = found.get(mark);
      if (held === undefined) found.set(mark, [id]);
      else if (held.at(-1) !== id) held.push(id);
    }
  }
  return found;
}
