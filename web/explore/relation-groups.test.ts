import { expect, it } from 'vitest';
import type { Neighbourhood } from '../contract.ts';
import { graphElements } from './graph-elements.ts';
import { growNeighbourhood } from './grow-neighbourhood.ts';
import { relationGroups } from './relation-groups.ts';

type Entity = Neighbourhood['entities'][number];
const thing = (id: string, type: Entity['type'], depth: number): Entity => ({ id, type, name: id, depth, community: 0 });
const fact = (subject: Entity, predicate: Neighbourhood['facts'][number]['predicate'], object: Entity): Neighbourhood['facts'][number] => ({
  id: `${subject.id} ${predicate} ${object.id}`,
  subject,
  predicate,
  object: { kind: 'entity', entity: object },
  qualifiers: [],
  evidence: [],
  pieces: 1,
});
const PUMP = thing('P-1', 'FunctionalLocation', 0);
const SEAL = thing('seal', 'Component', 1);
const LEAK = thing('leak', 'FailureMode', 2);
const ORDER = thing('WO-1', 'WorkOrder', 1);
const AROUND: Neighbourhood = {
  of: [PUMP],
  entities: [PUMP, LEAK, SEAL, ORDER],
  facts: [fact(SEAL, 'PART_OF', PUMP), fact(SEAL, 'HAS_MODE', LEAK), fact(ORDER, 'ON', PUMP)],
  leftOut: [{ entity: 'P-1', predicate: 'ON', direction: 'in', count: 7 }],
  truncated: true,
};

it('groups the facts of a thing by predicate and direction, the most first, and leaves those between others out', () => {
  expect(relationGroups(AROUND).map(({ predicate, direction, facts, leftOut }) => [predicate, direction, facts.length, leftOut])).toEqual([
    ['ON', 'in', 1, 7],
    ['PART_OF', 'in', 1, 0],
  ]);
});

it('draws the thing and what is near it, without kinds that are left out and without facts that lead to them', () => {
  const all = graphElements(AROUND, new Set(), ({ name }) => name);
  expect(all.nodes.map(({ id, isCentre }) => [id, isCentre])).toEqual([
    ['P-1', true],
    ['seal', false],
    ['WO-1', false],
    ['leak', false],
  ]);
  expect(all.edges).toHaveLength(3);
  const some = graphElements(AROUND, new Set(['WorkOrder', 'FunctionalLocation']), ({ name }) => name);
  expect(some.nodes.map(({ id }) => id)).toEqual(['P-1', 'seal', 'leak']);
  expect(some.edges.map(({ predicate }) => predicate)).toEqual(['PART_OF', 'HAS_MODE']);
});

it('counts what is too much to be drawn, the farthest first', () => {
  const many = Array.from({ length: 310 }, (_, at) => thing(`C-${at}`, 'Component', at < 5 ? 2 : 1));
  const { nodes, cut } = graphElements({ ...AROUND, entities: many }, new Set(), ({ name }) => name);
  expect([nodes.length, cut]).toEqual([300, 11]);
  expect(nodes.some(({ id }) => id === 'C-0')).toBe(false);
  expect(graphElements(AROUND, new Set(), ({ name }) => name).cut).toBe(0);
});

it('grows by what is around one of its things, each once and a step beyond it', () => {
  const bearing = thing('轴承', 'Component', 1);
  const around = {
    ...AROUND,
    of: [SEAL],
    entities: [{ ...SEAL, depth: 0 }, PUMP, bearing],
    facts: [fact(SEAL, 'PART_OF', PUMP), fact(bearing, 'PART_OF', SEAL)],
  };
  const grown = growNeighbourhood({ ...AROUND, truncated: false }, 'seal', { ...around, truncated: false });
  expect(grown.entities.map(({ id, depth }) => [id, depth])).toEqual([...AROUND.entities.map(({ id, depth }) => [id, depth]), ['轴承', 2]]);
  expect(grown.facts.map(({ id }) => id)).toEqual([...AROUND.facts.map(({ id }) => id), '轴承 PART_OF seal']);
  expect([grown.truncated, growNeighbourhood(grown, 'seal', around).truncated]).toEqual([false, true]);
});
