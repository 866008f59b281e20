import { describePlace } from '../ask/describe-place.ts';
import type { Neighbourhood } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import type { GraphNode } from './graph-elements.ts';
import type { ChosenElement } from './graph-picture.tsx';
import { nameOf } from './name-of.ts';
import type { SelectSources } from './select-sources.ts';
import type { Expansions } from './use-expansions.ts';

interface ChosenPartProps extends SelectSources, Pick<Expansions, 'isExpanded' | 'expand' | 'collapse'> {
  readonly chosen: ChosenElement | undefined;
  readonly nodes: readonly GraphNode[];
  readonly facts: Neighbourhood['facts'];
  readonly choose: (chosen: ChosenElement) => void;
}

/** What was chosen in a graph: of a thing what is around it, of a line the places it rests on; things can be chosen without the picture too. */
export function ChosenPart({ chosen, nodes, facts, isExpanded, expand, collapse, choose, ...sources }: ChosenPartProps) {
  const words = useWords();
  const node = chosen?.kind === 'node' ? nodes.find(({ id }) => id === chosen.id) : undefined;
  const fact = chosen?.kind === 'edge' ? facts.find(({ id }) => id === chosen.id) : undefined;
  return (
    <section class="chosen" aria-label={words('explore.chosen')}>
      {node === undefined && fact === undefined ? <p class="aside">{words('explore.tap')}</p> : undefined}
      {node === undefined ? undefined : (
        <p role="status">
          <strong>{node.name}</strong> <span class="badge">{wordsFor(words, 'kind', node.kind)}</span>
          {node.isCentre ? undefined : (
            <>
              <button type="button" onClick={() => (isExpanded(node.id) ? collapse : expand)(node.id)}>
                {words(isExpanded(node.id) ? 'explore.collapse' : 'explore.expand')}
              </button>
              <a class="button" href={`#/explore/${encodeURIComponent(node.id)}`}>
                {words('explore.lead')}
              </a>
            </>
          )}
        </p>
      )}
      {fact === undefined ? undefined : <ChosenFact fact={fact} {...sources} />}
      <details>
        <summary>{words('explore.drawn')}</summary>
        <ul>
          {nodes.map(({ id, name }) => (
            <li key={id}>
              <button type="button" class="quiet" aria-pressed={id === node?.id} onClick={() => choose({ kind: 'node', id })}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function ChosenFact({ fact, selected, select }: SelectSources & { readonly fact: Neighbourhood['facts'][number] }) {
  const words = useWords();
  const { subject, predicate, object, evidence } = fact;
  const [first] = evidence;
  const other = object.kind === 'entity' ? nameOf(words, object.entity) : object.value.text;
  return (
    <p role="status">
      <strong>{nameOf(words, subject)}</strong> {wordsFor(words, 'predicate.out', predicate)} <strong>{other}</strong>
      {first === undefined ? undefined : (
        <button type="button" class="quiet place" aria-pressed={selected === fact.id} onClick={() => select(fact.id, evidence)}>
          {words('explore.evidence')}: {words(`status.${first.status}`)}, {first.title}, {describePlace(words, first.anchors)}
          {fact.pieces > 1 ? words('explore.more', { count: fact.pieces - 1 }) : ''}
        </button>
      )}
    </p>
  );
}
