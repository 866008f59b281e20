import { fold, type StoredPassage } from '../../kernel/index.ts';

/** What a document is called and about, in one text: its title and the names of scope that the title does not hold. */
export function documentNames({ title, scopeNames = [] }: Pick<StoredPassage, 'title' | 'scopeNames'>): string {
  if (scopeNames.length === 0) return title;
  const own = fold(title);
  return [title, ...scopeNames.map(({ text }) => text).filter((text) => !own.includes(fold(text)))].join(' ; ');
}
