import { useCallback, useState } from 'preact/hooks';
import { allDocuments } from '../client/documents.ts';
import type { SearchRequest } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';

type Where = NonNullable<SearchRequest['where']>;
type Language = NonNullable<Where['languages']>[number];
type Kind = NonNullable<Where['kinds']>[number];

const LANGUAGES: readonly Language[] = ['zh', 'en', 'mixed', 'none'];
const KINDS: readonly Kind[] = [
  'heading',
  'paragraph',
  'step',
  'warning',
  'table-row',
  'table',
  'log-entry',
  'drawing-label',
  'caption',
  'definition',
];
const COUNTS = [10, 30, 100] as const;

/** What is searched, within what, and how many hits at most. */
export function SearchChoice({ search }: { readonly search: (request: SearchRequest) => void }) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [document, setDocument] = useState('');
  const [language, setLanguage] = useState('');
  const [kind, setKind] = useState('');
  const [count, setCount] = useState<number>(COUNTS[0]);
  const list = useCallback((_: string, signal: AbortSignal) => allDocuments(signal), []);
  const documents = useLoaded('documents', list);
  const send = () => {
    const languages = LANGUAGES.filter((one) => one === language);
    const kinds = KINDS.filter((one) => one === kind);
    const where = {
      ...(document === '' ? {} : { documents: [document] }),
      ...(languages.length === 0 ? {} : { languages }),
      ...(kinds.length === 0 ? {} : { kinds }),
    };
    search({ query: query.trim(), k: count, explain: true, ...(Object.keys(where).length === 0 ? {} : { where }) });
  };
  return (
    <form
      class="search-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim() !== '') send();
      }}
    >
      <span class="search-query">
        <label for="search-query">{words('search.query')}</label>
        <input id="search-query" type="search" value={query} onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
      </span>
      <Choice id="document" value={document} choose={setDocument}>
        {(documents.value ?? []).map(({ id, title, fileName }) => [id, title === '' ? fileName : title])}
      </Choice>
      <Choice id="language" value={language} choose={setLanguage}>
        {LANGUAGES.map((one) => [one, wordsFor(words, 'passageLanguage', one)])}
      </Choice>
      <Choice id="kind" value={kind} choose={setKind}>
        {KINDS.map((one) => [one, wordsFor(words, 'passageKind', one)])}
      </Choice>
      <span>
        <label for="search-count">{words('search.count')}</label>
        <select id="search-count" value={count} onChange={({ currentTarget }) => setCount(Number(currentTarget.value))}>
          {COUNTS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </span>
      <button type="submit" class="main" disabled={query.trim() === ''}>
        {words('search.send')}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly id: 'document' | 'language' | 'kind';
  readonly value: string;
  readonly choose: (value: string) => void;
  /** Values with their words. */
  readonly children: readonly (readonly [string, string])[];
}

function Choice({ id, value, choose, children }: ChoiceProps) {
  const words = useWords();
  return (
    <span>
      <label for={`search-${id}`}>{words(`search.${id}`)}</label>
      <select id={`search-${id}`} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{words('search.all')}</option>
        {children.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
