import { titleKey, titleLetters } from './heading-rules.ts';
import type { PageTitle } from './page-state.ts';

/** The title of the outline that `text` is: the one in the same letters before one in other case, else the first. */
export function outlineTitle(titles: readonly PageTitle[], text: string): PageTitle | undefined {
  const key = titleKey(text);
  const letters = titleLetters(text);
  const equal = titles.filter((title) => title.key === key);
  return equal.find((title) => title.letters === letters) ?? equal[0];
}

/** The titles that are left for the lines below once a heading has taken `taken`; the last of a key stays, for it may be printed again. */
export function withoutTitle(titles: readonly PageTitle[], taken: PageTitle): readonly PageTitle[] {
  const equal = titles.filter(({ key }) => key === taken.key);
  return equal.length < 2 ? titles : titles.filter((title) => title !== taken);
}
