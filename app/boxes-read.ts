import type { Access, Box, Passage, PassageReader, StoredPassage, VersionId } from '../kernel/index.ts';

/** Passages that are read at once. */
const STRETCH = 200;

/**
 * Places of all that was read on a page of a version, in points. Passages stand in reading order, so those of a page are found by halving;
 * `passages` is how many the version has. Empty where the reader may not read them, or none stands on pages.
 */
export async function boxesRead(
  reader: Pick<PassageReader, 'range'>,
  access: Access,
  { version, page, passages }: { readonly version: VersionId; readonly page: number; readonly passages: number },
): Promise<readonly Box[]> {
  const endsBefore = async (at: number): Promise<boolean> => {
    const [one] = await reader.range(access, version, at, at);
    const last = one === undefined ? undefined : pagesOf(one.passage).at(-1);
    return last !== undefined && last < page;
  };
  let [from, to] = [0, passages];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await endsBefore(middle)) from = middle + 1;
    else to = middle;
  }
  const boxes: Box[] = [];
  for (let at = from; ; at += STRETCH) {
    const some = await reader.range(access, version, at, at + STRETCH - 1);
    boxes.push(...some.flatMap((stored) => boxesOn(stored, page)));
    const last = some.at(-1);
    if (last === undefined || (pagesOf(last.passage)[0] ?? page) > page) return boxes;
  }
}

function pagesOf({ anchors }: Passage): readonly number[] {
  return anchors.flatMap((anchor) => (anchor.kind === 'page' ? [anchor.page] : [])).sort((a, b) => a - b);
}

function boxesOn({ passage }: StoredPassage, page: number): readonly Box[] {
  return passage.anchors.flatMap((anchor) => (anchor.kind === 'page' && anchor.page === page ? anchor.boxes : []));
}
