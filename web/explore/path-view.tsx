import { useCallback, useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import { findEntities, findPaths, LONGEST } from '../client/entities.ts';
import type { Paths } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { nameOf } from './name-of.ts';
import type { SelectSources } from './select-sources.ts';

interface PathViewProps extends SelectSources {
  readonly from: string;
  /** The other end, once it is chosen. */
  readonly to: string | undefined;
}

/** Asks for another thing and shows how the two are connected: shortest first, each step with its facts and where they stand. */
export function PathView({ from, to, selected, select }: PathViewProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const [name, setName] = useState<string | undefined>(undefined);
  const found = useLoaded(name, findEntities);
  const load = useCallback((other: string, signal: AbortSignal) => findPaths(from, other, signal), [from]);
  const { value, failure } = useLoaded(to, load);
  const others = found.value?.filter(({ id }) => id !== from);
  const problem = failure ?? found.failure;
  return (
    <section class="path" aria-labelledby="path">
      <h3 id="path">{words('path.heading')}</h3>
      <form
        class="question-box"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') setName(text.trim());
        }}
      >
        <input
          type="search"
          aria-label={words('path.other')}
          value={text}
          placeholder={words('path.other')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          {words('explore.find')}
        </button>
      </form>
      {problem === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('explore.failed')}: {problem}
        </p>
      )}
      {others === undefined ? undefined : (
        <ul class="things" aria-label={words('path.others')}>
          {others.map((entity) => (
            <li key={entity.id}>
              <a
                href={`#/explore/${encodeURIComponent(from)}/${encodeURIComponent(entity.id)}`}
                aria-current={entity.id === to ? 'true' : undefined}
              >
                {nameOf(words, entity)}
              </a>
              <span class="badge">{wordsFor(words, 'kind', entity.type)}</span>
            </li>
          ))}
          {others.length === 0 ? <li>{words('explore.none')}</li> : undefined}
        </ul>
      )}
      {value === undefined ? undefined : <FoundPaths found={value} selected={selected} select={select} />}
    </section>
  );
}

function FoundPaths({ found: { paths, to, truncated }, selected, select }: SelectSources & { readonly found: Paths }) {
  const words = useWords();
  const [other] = to;
  const name = other === undefined ? '' : nameOf(words, other);
  if (paths.length === 0) return <p role="status">{words('path.none', { name, count: LONGEST })}</p>;
  return (
    <>
      {paths.map(({ steps }, at) => (
        <section class="facts" key={steps.map((step) => step.to.id).join(' ')} aria-label={words('path.way', { number: at + 1, name })}>
          <h4>{words('path.steps', { number: at + 1, name, count: steps.length })}</h4>
          <ol>
            {steps.flatMap((step) =>
              step.facts.slice(0, 1).map((fact) => (
                <li key={step.to.id}>
                  <span>{nameOf(words, step.from)}</span>
                  <span class="badge">{wordsFor(words, `predicate.${fact.direction}`, fact.predicate)}</span>
                  <a href={`#/explore/${encodeURIComponent(step.to.id)}`}>{nameOf(words, step.to)}</a>
                  {fact.evidence.slice(0, 1).map((piece) => (
                    <button
                      key={piece.passageId}
                      type="button"
                      class="quiet place"
                      aria-pressed={selected === fact.id}
                      onClick={() => select(fact.id, fact.evidence)}
                    >
                      {words(`status.${piece.status}`)}: {piece.title}, {describePlace(words, piece.anchors)}
                      {step.of > 1 ? words('explore.more', { count: step.of - 1 }) : ''}
                    </button>
                  ))}
                </li>
              )),
            )}
          </ol>
        </section>
      ))}
      {truncated ? <p class="aside">{words('path.truncated')}</p> : undefined}
    </>
  );
}
