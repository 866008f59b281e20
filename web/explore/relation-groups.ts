import type { Fact, Neighbourhood } from '../contract.ts';

/** Facts that join a thing to others in one way. */
export interface RelationGroup {
  readonly predicate: Fact['predicate'];
  /** `out`: the thing is their subject. */
  readonly direction: 'out' | 'in';
  readonly facts: Neighbourhood['facts'];
  /** Facts beyond those that came. */
  readonly leftOut: number;
}

/** The facts right around a thing by predicate and direction, those with most facts first. */
export function relationGroups({ of, facts, leftOut }: Pick<Neighbourhood, 'of' | 'facts' | 'leftOut'>): readonly RelationGroup[] {
  const own = new Set(of.map(({ id }) => id));
  const groups = new Map<string, { readonly group: Omit<RelationGroup, 'facts'>; readonly facts: Neighbourhood['facts'][number][] }>();
  for (const fact of facts) {
    const direction = own.has(fact.subject.id) ? 'out' : 'in';
    if (direction === 'in' && !(fact.object.kind === 'entity' && own.has(fact.object.entity.id))) continue;
    const left = leftOut.filter((one) => own.has(one.entity) && one.predicate === fact.predicate && one.direction === direction);
    const name = `${fact.predicate} ${direction}`;
    const known = groups.get(name) ?? {
      group: { predicate: fact.predicate, direction, leftOut: left.reduce((sum, { count }) => sum + count, 0) },
      facts: [],
    };
    known.facts.push(fact);
    groups.set(name, known);
  }
  return [...groups.values()]
    .map(({ group, facts: own }) => ({ ...group, facts: own }))
    .sort((a, b) => b.facts.length + b.leftOut - a.facts.length - a.leftOut || a.predicate.localeCompare(b.predicate, 'en'));
}
