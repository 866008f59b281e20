import { compareText } from './canonical-json.ts';
import type { ScopeName } from './scope-name.ts';
import { fold } from './text/folded-text.ts';

/** A document as lists name it. `id` is the document's: its versions are no others. */
export interface TitledDocument {
  readonly id: string;
  readonly title: string;
  readonly scopeNames: readonly ScopeName[];
}

/** How a document of the list is named; `title` is that of the version that is meant. */
export type DistinctTitle = (document: Pick<TitledDocument, 'id' | 'title'>) => string;

/**
 * Titles of documents. Where other documents of the list have the same title, the names of scope follow in brackets that none or
 * the fewest of them share: `FAQ (P-600)`. Documents that nothing tells apart keep their title. The list has to be what a reader
 * may read: what it does not hold changes nothing.
 */
export function distinctTitles(documents: readonly TitledDocument[]): DistinctTitle {
  const byTitle = new Map<string, Map<string, TitledDocument[]>>();
  for (const one of documents) {
    const same = byTitle.get(fold(one.title)) ?? new Map<string, TitledDocument[]>();
    same.set(one.id, [...(same.get(one.id) ?? []), one]);
    byTitle.set(fold(one.title), same);
  }
  const titles = new Map<string, string>();
  for (const same of byTitle.values()) {
    const holders = new Map<string, Set<string>>();
    for (const [id, versions] of same)
      for (const { text } of versions.flatMap(({ scopeNames }) => scopeNames))
        holders.set(fold(text), (holders.get(fold(text)) ?? new Set()).add(id));
    for (const versions of same.values()) {
      for (const { id, title, scopeNames } of versions) {
        const names = same.size > 1 ? tellingNames(title, scopeNames, (name) => holders.get(fold(name))?.size ?? 0, same.size) : [];
        titles.set(`${id}\n${title}`, names.length === 0 ? title : bracketed(title, names));
      }
    }
  }
  return ({ id, title }) => titles.get(`${id}\n${title}`) ?? title;
}

/** One name that no other has, else all that not every other has, in the order they were found. */
function tellingNames(title: string, names: readonly ScopeName[], holders: (name: string) => number, all: number): readonly string[] {
  const telling = [...new Set(names.map(({ text }) => text))].filter((text) => holders(text) < all && !fold(title).includes(fold(text)));
  const own = telling.filter((text) => holders(text) === 1);
  return own.length > 0 ? own.slice(0, 1) : telling.sort((a, b) => holders(a) - holders(b) || compareText(a, b)).slice(0, MOST_NAMES);
}

/** More of them are no title any more. */
const MOST_NAMES = 3;

function bracketed(title: string, names: readonly string[]): string {
  return /\p{sc=Han}/u.test(title) ? `${title}（${names.join('、')}）` : `${title} (${names.join(', ')})`;
}
