import { useEffect, useState } from 'preact/hooks';
import { SourcePanel } from '../ask/source-panel.tsx';
import { findEntities } from '../client/entities.ts';
import type { Citation } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { nameOf } from './name-of.ts';
import { ThingView } from './thing-view.tsx';

interface Shown {
  readonly name: string;
  readonly sources: readonly Citation[];
  readonly index: number;
}

interface ExplorePageProps {
  readonly open: string | undefined;
  /** The other end of a path. */
  readonly to: string | undefined;
}

/** Things by name, and of one what is known around it, what happened to it and how it is connected, each with the place it stands on. */
export function ExplorePage({ open, to }: ExplorePageProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const [name, setName] = useState<string | undefined>(undefined);
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const found = useLoaded(name, findEntities);
  const isWide = useIsWide();
  useEffect(() => setShown(undefined), [open]);
  const panel =
    shown === undefined ? undefined : (
      <SourcePanel
        key={isWide ? 'beside' : 'below'}
        sources={shown.sources}
        index={shown.index}
        isWide={isWide}
        select={(index) => setShown({ ...shown, index })}
        close={() => setShown(undefined)}
      />
    );
  return (
    <main id="content" tabIndex={-1} class={`ask explore${panel !== undefined && isWide ? ' with-source' : ''}`}>
      <div class="conversation">
        <h1>{words('explore.heading')}</h1>
        <form
          class="question-box"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') setName(text.trim());
          }}
        >
          <label class="for-readers" for="thing-name">
            {words('explore.name')}
          </label>
          <input
            id="thing-name"
            type="search"
            value={text}
            placeholder={words('explore.placeholder')}
            enterkeyhint="search"
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="main" disabled={text.trim() === ''}>
            {words('explore.find')}
          </button>
        </form>
        {found.failure === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {words('explore.failed')}: {found.failure}
          </p>
        )}
        {found.value === undefined ? undefined : (
          <ul class="things" aria-label={words('explore.found')}>
            {found.value.map((entity) => (
              <li key={entity.id}>
                <a href={`#/explore/${encodeURIComponent(entity.id)}`} aria-current={entity.id === open ? 'true' : undefined}>
                  {nameOf(words, entity)}
                </a>
                <span class="badge">{wordsFor(words, 'kind', entity.type)}</span>
              </li>
            ))}
            {found.value.length === 0 ? <li>{words('explore.none')}</li> : undefined}
          </ul>
        )}
        {open === undefined ? undefined : (
          <ThingView
            key={open}
            id={open}
            to={to}
            selected={shown?.name}
            select={(name, sources) => setShown({ name, sources, index: 0 })}
          />
        )}
        {isWide ? undefined : panel}
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}
