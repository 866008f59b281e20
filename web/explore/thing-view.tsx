import { useMemo, useState } from 'preact/hooks';
import { getNeighbourhood } from '../client/entities.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { ChosenPart } from './chosen-part.tsx';
import { FactList } from './fact-list.tsx';
import { type DrawnGraph, graphElements } from './graph-elements.ts';
import { type ChosenElement, GraphPicture } from './graph-picture.tsx';
import { nameOf } from './name-of.ts';
import { PathView } from './path-view.tsx';
import { relationGroups } from './relation-groups.ts';
import type { SelectSources } from './select-sources.ts';
import { TimelineView } from './timeline-view.tsx';
import { useExpansions } from './use-expansions.ts';

const NOTHING_DRAWN: DrawnGraph = { nodes: [], edges: [], cut: 0 };

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
  const { grown, isExpanded, expand, collapse, problem } = useExpansions(value);
  const [chosen, choose] = useState<ChosenElement>();
  const { nodes, edges, cut } = useMemo(
    () => (grown === undefined ? NOTHING_DRAWN : graphElements(grown, hidden, (entity) => nameOf(words, entity))),
    [grown, hidden, words('page.code')],
  );
  if (failure !== undefined)
    return (
      <p class="notice warning" role="alert">
        {words('explore.failed')}: {failure}
      </p>
    );
  const [thing] = value?.of ?? [];
  if (value === undefined || grown === undefined || thing === undefined)
    return (
      <p class="working">
        <span class="spinner" aria-hidden="true" />
        {words('explore.looking')}
      </p>
    );
  const kinds = [...new Set(grown.entities.map(({ type }) => type))].sort();
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
        choose={choose}
      />
      <ChosenPart
        chosen={chosen}
        nodes={nodes}
        facts={grown.facts}
        isExpanded={isExpanded}
        expand={expand}
        collapse={collapse}
        choose={choose}
        selected={selected}
        select={select}
      />
      {problem === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('explore.failed')}: {problem}
        </p>
      )}
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
      {cut === 0 ? undefined : <p class="aside">{words('explore.cut', { count: cut, drawn: nodes.length })}</p>}
      {grown.truncated ? <p class="aside">{words('explore.truncated')}</p> : undefined}
      {relationGroups(value).map((group) => (
        <FactList key={`${group.predicate} ${group.direction}`} group={group} selected={selected} select={select} />
      ))}
      <PathView from={id} to={to} selected={selected} select={select} />
      <TimelineView id={id} selected={selected} select={select} />
    </article>
  );
}
