import { compareRevisions, type Revision } from '../../kernel/index.ts';

/** A revision with the family that its number makes it part of; absent: its document alone. */
export interface PlacedRevision extends Revision {
  readonly family: string | undefined;
}

/**
 * Place of each revision, by its id: 0 is valid, higher is older. It stands behind the later revisions of its number and behind
 * those of its document, also when these bear another number.
 */
export function placeRevisions(revisions: readonly PlacedRevision[]): ReadonlyMap<string, number> {
  const lines = new Map<string, PlacedRevision[]>();
  const add = (line: string, revision: PlacedRevision) => {
    const others = lines.get(line);
    if (others === undefined) lines.set(line, [revision]);
    else others.push(revision);
  };
  for (const revision of revisions) {
    add(revision.document, revision);
    if (revision.family !== undefined && revision.family !== revision.document) add(revision.family, revision);
  }
  const places = new Map<string, number>();
  for (const line of lines.values()) {
    line.sort(compareRevisions).forEach(({ id }, place) => {
      places.set(id, Math.max(place, places.get(id) ?? 0));
    });
  }
  return places;
}
