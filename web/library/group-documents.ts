import type { Document } from '../contract.ts';

/** What a person has to know first of a document: whether it answers, is being read, or needs looking at; `unclear` ones answer without some columns. */
export const GROUPS = ['unread', 'partial', 'unclear', 'reading', 'cancelled', 'readable'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({ state, outcome, unknownColumns = 0 }: Pick<Document, 'state' | 'outcome' | 'unknownColumns'>): Group {
  if (state === 'cancelled') return 'cancelled';
  if (state !== 'settled') return 'reading';
  if (outcome === undefined || outcome === 'visible') return unknownColumns === 0 ? 'readable' : 'unclear';
  return outcome === 'partial' ? 'partial' : 'unread';
}

export interface DocumentGroup {
  readonly group: Group;
  readonly documents: readonly Document[];
}

/** Documents whose names hold all words of `filter`, in groups: first what needs a person. Empty groups are left out. */
export function groupDocuments(documents: readonly Document[], filter: string): readonly DocumentGroup[] {
  const wanted = filter.toLowerCase().split(/\s+/);
  const found = documents.filter((document) => wanted.every((word) => namesOf(document).includes(word)));
  return GROUPS.map((group) => ({ group, documents: found.filter((document) => groupOf(document) === group) })).filter(
    ({ documents: some }) => some.length > 0,
  );
}

function namesOf({ title, uri, documentNumber, revision, fileName }: Document): string {
  return [title, uri, documentNumber, revision, fileName].join(' ').toLowerCase();
}
