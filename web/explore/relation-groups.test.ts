import { expect, it } from 'vitest';
import type { Neighbourhood } from '../contract.ts';
import { graphElements } from './graph-elements.ts';
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
