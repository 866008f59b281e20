import type { Citation } from '../contract.ts';

/** Citations of one version of a document, by the place where they stand. */
export interface SourceGroup {
  readonly citation: Citation;
  readonly places: readonly { readonly place: string; readonly indexes: readonly number[] }[];
}

/** Sources of an answer, each document and each place of it once, in the order in which the answer comes to them. */
export function groupSources(citations: readonly Citation[], placeOf: (citation: Citation) => string): readonly SourceGroup[] {
  const groups = new Map<string, { readonly citation: Citation; readonly places: Map<string, number[]> }>();
  citations.forEach((citation, index) => {
    const group = groups.get(citation.versionId) ?? { citation, places: new Map<string, number[]>() };
    groups.set(citation.versionId, group);
    const place = placeOf(citation);
    group.places.set(place, [...(group.places.get(place) ?? []), index]);
  });
  return [...groups.values()].map(({ citation, places }) => ({
    citation,
    places: [...places].map(([place, indexes]) => ({ place, indexes })),
  }));
}
