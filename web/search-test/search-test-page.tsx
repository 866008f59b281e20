import { useCallback, useState } from 'preact/hooks';
import { SourcePanel } from '../ask/source-panel.tsx';
import { searchPassages } from '../client/search-passages.ts';
import type { SearchRequest } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { hitSource } from './hit-source.ts';
import { HitView } from './hit-view.tsx';
import { SearchChoice } from './search-choice.tsx';

/** What recall finds for a query and why it stands where it stands, for people who tune it. */
export function SearchTestPage() {
  const words = useWords();
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const [selected, setSelected] = useState<number | undefined>(undefined);
  const isWide = useIsWide();
  const load = useCallback((text: string, signal: AbortSignal) => searchPassages(JSON.parse(text) as SearchRequest, signal), []);
  const { value, failure } = useLoaded(asked, load);
  const hits = value?.hits ?? [];
  const panel =
    selected !== undefined && hits[selected] !== undefined ? (
      <SourcePanel
        key={isWide ? 'beside' : 'below'}
        sources={hits.map(hitSource)}
        index={selected}
        isWide={isWide}
        select={setSelected}
        close={() => setSelected(undefined)}
      />
    ) : undefined;
  return (
    <main id="content" tabIndex={-1} class={`ask search-test${panel !== undefined && isWide ? ' with-source' : ''}`}>
      <div class="conversation">
        <h1>{words('search.heading')}</h1>
        <p class="introduction">{words('search.introduction')}</p>
        <SearchChoice
          search={(request) => {
            setAsked(JSON.stringify(request));
            setSelected(undefined);
          }}
        />
        {failure === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {words('search.failed')}: {failure}
          </p>
        )}
        {asked !== undefined && value === undefined && failure === undefined ? (
          <p class="working">
            <span class="spinner" aria-hidden="true" />
            {words('search.working')}
          </p>
        ) : undefined}
        {value === undefined ? undefined : <p role="status">{words('search.found', { count: hits.length })}</p>}
        {value === undefined || value.degraded.length === 0 ? undefined : (
          <p class="notice warning">{value.degraded.map((name) => wordsFor(words, 'degraded', name)).join(' · ')}</p>
        )}
        {hits.map((hit, index) => (
          <div key={hit.passageId} class="turn-like">
            <HitView hit={hit} rank={index + 1} isOpen={selected === index} select={() => setSelected(index)} />
            {!isWide && selected === index ? panel : undefined}
          </div>
        ))}
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}
