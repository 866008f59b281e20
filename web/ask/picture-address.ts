import type { Citation } from '../contract.ts';

type Place = Pick<Citation, 'passageId' | 'start' | 'end' | 'anchors'>;

/** Of other words of a passage the service marks so many at most. */
const MOST_ALSO = 40;

/**
 * Where the picture of a citation is, with all words marked that are cited of its passage on that page: the cells of one row are read
 * together, and one picture serves them all. `page`: of a document with pages.
 */
export function pictureAddress(citation: Place, sources: readonly Place[], page: number | undefined): string {
  const own = sources.filter(
    ({ passageId, anchors }) =>
      passageId === citation.passageId && (page === undefined || anchors.some((anchor) => anchor.kind === 'page' && anchor.page === page)),
  );
  const [first = citation, ...others] = apart([...own, citation]);
  const query = new URLSearchParams({ start: String(first.start), end: String(first.end) });
  if (others.length > 0)
    query.set(
      'also',
      others
        .slice(0, MOST_ALSO)
        .map(({ start, end }) => `${start}-${end}`)
        .join(','),
    );
  if (page !== undefined) query.set('page', String(page));
  return `/v1/passages/${citation.passageId}/picture?${query}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in order, those that touch as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end });
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return joined;
}
