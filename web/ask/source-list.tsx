import type { Citation } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { describePlace } from './describe-place.ts';
import { groupSources } from './group-sources.ts';
import type { CitedLinks } from './source-links.ts';
import { SourceMarks } from './source-marks.tsx';

/** All sources of an answer: each document with its revision once, below it the places; each number opens its place. */
export function SourceList({ citations, ...links }: CitedLinks) {
  const words = useWords();
  if (citations.length === 0) return null;
  const groups = groupSources(citations, ({ anchors, section }) => describePlace(words, anchors, section));
  return (
    <section class="sources" aria-labelledby={`sources-${links.turn}`}>
      <h3 id={`sources-${links.turn}`}>{words('answer.sources')}</h3>
      <ul>
        {groups.map(({ citation, places }) => (
          <li key={citation.versionId}>
            <p>
              <span class="source-title">{titleOf(citation)}</span>{' '}
              {citation.revision === undefined ? undefined : (
                <span class="badge">{words('source.revision', { revision: citation.revision })}</span>
              )}
            </p>
            <ul class="places">
              {places.map(({ place, indexes }) => (
                <li key={place}>
                  <span class="place">{place}</span> <SourceMarks places={indexes} citations={citations} {...links} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf({ title, documentNumber }: Citation): string {
  return documentNumber === undefined || title.includes(documentNumber) ? title : `${title} (${documentNumber})`;
}
