import { useContext, useState } from 'preact/hooks';
import type { Document } from '../contract.ts';
import type { PageLanguage, Speak } from '../languages/speak.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { type Group, groupDocuments } from './group-documents.ts';
import { placeOf } from './place-of.ts';
import { readingReason } from './reading-reason.ts';
import { UnknownColumns } from './unknown-columns.tsx';

/** So many documents of a group are shown at once. */
const STEP = 100;

interface DocumentListProps {
  readonly documents: readonly Document[];
  readonly open: string | undefined;
  /** How far those have come that are on their way, in words, by id: the same that the list of uploads says. */
  readonly underWay: ReadonlyMap<string, string>;
}

/** All documents in groups, first those that need a person, each with what became of it. */
export function DocumentList({ documents, open, underWay }: DocumentListProps) {
  const words = useWords();
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState<Partial<Record<Group, number>>>({});
  if (documents.length === 0) return <p class="aside">{words('library.empty')}</p>;
  const groups = groupDocuments(documents, filter);
  return (
    <>
      <div class="filter">
        <label for="filter">{words('library.filter')}</label>
        <input id="filter" type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
        <span class="aside" role="status">
          {words('library.count', { count: groups.reduce((sum, group) => sum + group.documents.length, 0) })}
        </span>
      </div>
      {groups.map(({ group, documents: some }) => {
        const most = shown[group] ?? STEP;
        return (
          <section key={group} class={`group ${group}`} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {words(`group.${group}`)} <span class="count">{some.length}</span>
            </h2>
            <ul class="documents">
              {some.slice(0, most).map((document) => (
                <li key={document.id}>
                  <DocumentRow document={document} isOpen={document.id === open} underWay={underWay.get(document.id)} />
                  <UnknownColumns document={document} />
                </li>
              ))}
            </ul>
            {some.length > most ? (
              <button type="button" onClick={() => setShown({ ...shown, [group]: most + STEP })}>
                {words('library.more', { count: some.length - most })}
              </button>
            ) : undefined}
          </section>
        );
      })}
    </>
  );
}

interface DocumentRowProps {
  readonly document: Document;
  readonly isOpen: boolean;
  readonly underWay: string | undefined;
}

function DocumentRow({ document, isOpen, underWay }: DocumentRowProps) {
  const words = useWords();
  const { id, title, documentNumber, revision, effective, labels = [] } = document;
  const place = placeOf(document);
  const state = sayState(words, useContext(LanguageContext), document, underWay);
  return (
    <a class="document" href={`#/library/${encodeURIComponent(id)}`} aria-current={isOpen ? 'true' : undefined}>
      <span class="document-title">{title}</span>
      <span class="document-facts">
        {documentNumber === undefined ? undefined : <span class="badge">{documentNumber}</span>}
        {revision === undefined ? undefined : <span class="badge">{words('source.revision', { revision })}</span>}
        {effective === undefined ? undefined : <span class="aside">{effective}</span>}
        {labels.map((label) => (
          <span key={label} class="badge label">
            {words('labels.one', { label })}
          </span>
        ))}
        {place === title ? undefined : <span class="aside uri">{place}</span>}
      </span>
      {state === undefined ? undefined : <span class="document-state">{state}</span>}
    </a>
  );
}

/** What became of a document, where it is not simply read; while it is on its way what its upload says. */
function sayState(words: Speak, language: PageLanguage, { state, outcome, reason }: Document, underWay: string | undefined) {
  if (state !== 'settled' && underWay !== undefined) return underWay;
  if (state === 'settled' && (outcome === undefined || outcome === 'visible')) return undefined;
  const became = outcome === undefined ? wordsFor(words, 'state', state) : wordsFor(words, 'outcome', outcome);
  return reason === undefined ? became : `${became}: ${readingReason(language, outcome, reason)}`;
}
