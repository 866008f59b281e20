import type { DocumentHistory } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';

/** All versions that go by the number of a document: the valid one first, older ones after it. */
export function RevisionList({ document: { id, revisions } }: { readonly document: DocumentHistory }) {
  const words = useWords();
  if (revisions.length < 2) return null;
  return (
    <section aria-labelledby="revisions-heading">
      <h3 id="revisions-heading">{words('revisions.heading')}</h3>
      <ul class="revisions">
        {revisions.map(({ versionId, documentId, revision, effective, title, age, state, outcome }) => (
          <li key={versionId}>
            <span class={`badge${age === 0 ? ' supported' : ''}`}>
              {age === undefined ? wordsFor(words, 'state', state) : words(age === 0 ? 'revisions.valid' : 'revisions.older')}
            </span>{' '}
            {revision === undefined ? '–' : words('source.revision', { revision })}
            {effective === undefined ? '' : ` · ${effective}`}
            {outcome === undefined || outcome === 'visible' ? '' : ` · ${wordsFor(words, 'outcome', outcome)}`}
            {documentId === id ? undefined : (
              <>
                {' · '}
                <a href={`#/library/${encodeURIComponent(documentId)}`}>{title}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
