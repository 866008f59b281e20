/** A figure whose cases are shown: of a metric over all cases of a suite or a group of them. */
export interface OpenedFigure {
  readonly suite: string;
  readonly metric?: string;
  readonly by: 'all' | 'form' | 'language';
  readonly group: string;
}

const PAGE = 50;

/** Where the cases of a figure are asked for. */
export function casesAddress(id: string, { suite, metric, by, group }: OpenedFigure, isBad: boolean, cursor: string | undefined): string {
  const query = new URLSearchParams({ suite, by, limit: String(PAGE) });
  if (by !== 'all') query.set('group', group);
  if (metric !== undefined) query.set('metric', metric);
  if (isBad) query.set('bad', 'true');
  if (cursor !== undefined) query.set('cursor', cursor);
  return `/v1/evaluations/${encodeURIComponent(id)}/cases?${query}`;
}
