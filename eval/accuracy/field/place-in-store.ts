import type { Application } from '../../../app/index.ts';
import type { Passage, PassageId } from '../../../kernel/index.ts';
import type { FieldQuestion } from './field-question.ts';
import { placesIn } from './place-questions.ts';

const PAGE = 500;

/** A passage as a peer of search is given it. */
export interface PlacedPassage {
  readonly id: PassageId;
  readonly tokens: readonly string[];
}

/** Finds the passages that the places of the questions mean; `onPage` is shown every passage that can be read. */
export async function placeInStore(
  { ledger, config }: Pick<Application, 'ledger' | 'config'>,
  questions: readonly FieldQuestion[],
  onPage: (page: readonly PlacedPassage[]) => void,
) {
  const access = await ledger.accessFor(config.tenant, 'all');
  const asked = new Set(questions.flatMap(({ places }) => places.map(({ file }) => file)));
  const finders = new Map<string, ReturnType<typeof placesIn>>();
  let passages = 0;
  for (const { document, version } of await ledger.passages.documents(access)) {
    const all: Passage[] = [];
    for (let from = 0; ; from += PAGE) {
      const page = await ledger.passages.range(access, version.id, from, from + PAGE - 1);
      onPage(page.map(({ passage, tokens }) => ({ id: passage.id, tokens })));
      all.push(...page.map(({ passage }) => passage));
      if (page.length < PAGE) break;
    }
    passages += all.length;
    if (asked.has(document.uri)) finders.set(document.uri, placesIn(all));
  }
  const placesOf = ({ places }: FieldQuestion): readonly (readonly PassageId[])[] =>
    places.map((place) => finders.get(place.file)?.(place) ?? []);
  return { passages, placesOf };
}
