import { useMemo, useState } from 'preact/hooks';
import { getNeighbourhood } from '../client/entities.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { FactList } from './fact-list.tsx';
import { graphElements } from './graph-elements.ts';
import { GraphPicture } from './graph-picture.tsx';
import { nameOf } from './name-of.ts';
import { PathView } from './path-view.tsx';
import { relationGroups } from './relation-groups.ts';
import type { SelectSources } from './select-sources.ts';
import { TimelineView } from './timeline-view.tsx';

const near = (id: string, signal: AbortSignal) => getNeighbourhood(id, 1, signal);
const far = (id: string, signal: AbortSignal) => getNeighbourhood(id, 2, signal);

interface ThingViewProps extends SelectSources {
  readonly id: string;
  /** The other end of a path. */
  readonly to: string | undefined;
}

/** One thing: its graph, by kinds that can be left out, what is known of it by how it is said, how it is connected, and its time line. */
export function ThingView({ id, to, selected, select }: ThingViewProps) {
  const words = useWords();
  const [isFar, setIsFar] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const { value, failure } = useLoaded(id, isFar ? far : near);
  const { nodes, edges } = useMemo(
    () => (value === undefined ? { nodes: [], edges: [] } : graphElements(value, hidden, (entity) => nameOf(words, entity))),
    [value, hidden, words('page.code')],
  );
  if (failure !== undefined)
    return (
      <p class="notice warning" role="alert">
        {words('explore.failed')}: {failure}
      </p>
    );
  const [thing] = value?.of ?? [];
  if (value === undefined || thing === undefined)
    return (
      <p class="working">
        <span class="spinner" aria-hidden="true" />
        {words('explore.looking')}
      </p>
    );
  const kinds = [...new Set(value.entities.map(({ type }) => type))].sort();
  const toggle = (kind: string) =>
    setHidden((before) => new Set(before.has(kind) ? [...before].filter((one) => one !== kind) : [...before, kind]));
  return (
    <article aria-labelledby="thing">
      <h2 id="thing">
        {nameOf(words, thing)} <span class="badge">{wordsFor(words, 'kind', thing.type)}</span>
      </h2>
      <GraphPicture
        nodes={nodes}
        edges={edges}
        label={words('explore.graph', { nodes: nodes.length, edges: edges.length })}
        wordsOf={(predicate) => wordsFor(words, 'predicate.out', predicate)}
        open={(other) => {
          location.hash = `#/explore/${encodeURIComponent(other)}`;
        }}
      />
      <div class="kinds">
        <button type="button" aria-pressed={isFar} onClick={() => setIsFar(!isFar)}>
          {words('explore.far')}
        </button>
        {kinds.map((kind) => (
          <button key={kind} type="button" class="quiet" aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>
            {wordsFor(words, 'kind', kind)}
          </button>
        ))}
      </div>
      {value.truncated ? <p class="aside">{words('explore.truncated')}</p> : undefined}
      {relationGroups(value).map((group) => (
        <FactList key={`${group.predicate} ${group.direction}`} group={group} selected={selected} select={select} />
      ))}
      <PathView from={id} to={to} selected={selected} select={select} />
      <TimelineView id={id} selected={selected} select={select} />
    </article>
  );
}
