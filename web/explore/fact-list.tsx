import { describePlace } from '../ask/describe-place.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { nameOf } from './name-of.ts';
import type { RelationGroup } from './relation-groups.ts';
import type { SelectSources } from './select-sources.ts';

interface FactListProps extends SelectSources {
  readonly group: RelationGroup;
}

/** Facts of one predicate, each with the thing at its other end and the place it stands on. */
export function FactList({ group, selected, select }: FactListProps) {
  const words = useWords();
  const { predicate, direction, facts, leftOut } = group;
  return (
    <section class="facts" aria-label={wordsFor(words, `predicate.${direction}`, predicate)}>
      <h3>{wordsFor(words, `predicate.${direction}`, predicate)}</h3>
      <ul>
        {facts.map((fact) => {
          const [first] = fact.evidence;
          const other = direction === 'in' ? fact.subject : fact.object.kind === 'entity' ? fact.object.entity : undefined;
          return (
            <li key={fact.id}>
              {other === undefined ? (
                <span>{fact.object.kind === 'value' ? fact.object.value.text : ''}</span>
              ) : (
                <a href={`#/explore/${encodeURIComponent(other.id)}`}>{nameOf(words, other)}</a>
              )}
              {other === undefined ? undefined : <span class="badge">{wordsFor(words, 'kind', other.type)}</span>}
              {first === undefined ? undefined : (
                <button
                  type="button"
                  class="quiet place"
                  aria-pressed={selected === fact.id}
                  onClick={() => select(fact.id, fact.evidence)}
                >
                  {words(`status.${first.status}`)}: {first.title}, {describePlace(words, first.anchors)}
                  {fact.pieces > 1 ? words('explore.more', { count: fact.pieces - 1 }) : ''}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {leftOut === 0 ? undefined : <p class="aside">{words('explore.leftOut', { count: leftOut })}</p>}
    </section>
  );
}
