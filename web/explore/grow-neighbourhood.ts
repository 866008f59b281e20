import type { Neighbourhood } from '../contract.ts';

/** What is drawn of a neighbourhood. */
export type Grown = Pick<Neighbourhood, 'of' | 'entities' | 'facts' | 'truncated'>;

/** A neighbourhood with what is around one of its things, each thing and fact once; what is new stands one step beyond that thing. */
export function growNeighbourhood(base: Grown, thing: string, around: Grown): Grown {
  const known = new Set([...base.of, ...base.entities].map(({ id }) => id));
  const depth = (base.entities.find(({ id }) => id === thing)?.depth ?? 0) + 1;
  const added = around.entities.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, depth }));
  const facts = new Map([...base.facts, ...around.facts].map((fact) => [fact.id, fact]));
  return {
    of: base.of,
    entities: [...base.entities, ...added],
    facts: [...facts.values()],
    truncated: base.truncated || around.truncated,
  };
}
