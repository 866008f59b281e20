import fc from 'fast-check';
import {
  type Access,
  hashParts,
  type KeyId,
  makeFactId,
  makeKeyId,
  makeLabelSetId,
  type Predicate,
  parseTenantId,
  parseVersionId,
  type TenantId,
  type VersionId,
} from '../kernel/index.ts';
import type { Edge, GraphStore, NeighbourQuery } from './graph-store.ts';
import type { FindThings, Thing } from './thing.ts';

const TENANT = parseTenantId('plant') as TenantId;
const LABEL_SETS = ['open', 'safety', 'secret'].map((label) => makeLabelSetId(TENANT, [label]));
const VERSIONS = ['manual', '规程', 'log', 'bulletin'].map((name) => parseVersionId(`ver_${hashParts([name])}`) as VersionId);
const SOME_PREDICATES = ['CAUSED_BY', 'HAS_MODE', 'PART_OF'] as const satisfies readonly Predicate[];

export const ALL_ACCESS: Access = { tenant: TENANT, grants: LABEL_SETS, hidden: [] };

/** The n-th key of a random graph. */
export function keyAt(n: number): KeyId {
  return makeKeyId(TENANT, 'Component', 'name', 'site', `部件 ${n}`);
}

/** Edges between few keys, so that facts recur in several versions, parallel and self edges included. */
export function anyEdges(keys: number, most = 40): fc.Arbitrary<Edge[]> {
  const edge = fc
    .record({
      from: fc.nat(keys - 1).map(keyAt),
      to: fc.nat(keys - 1).map(keyAt),
      predicate: fc.constantFrom(...SOME_PREDICATES),
      at: fc.nat(VERSIONS.length - 1),
      n: fc.integer({ min: 1, max: 3 }),
    })
    .map(
      ({ at, ...rest }): Edge => ({
        ...rest,
        fact: makeFactId(rest.from, rest.predicate, rest.to, '[]'),
        versionId: VERSIONS[at] as VersionId,
        // A version has one label set.
        labelSet: LABEL_SETS[at % LABEL_SETS.length] as Edge['labelSet'],
      }),
    );
  return fc.uniqueArray(edge, { maxLength: most, selector: ({ fact, versionId }) => `${fact} ${versionId}` });
}

export const anyAccess: fc.Arbitrary<Access> = fc.record({
  tenant: fc.constant(TENANT),
  grants: fc.subarray(LABEL_SETS),
  hidden: fc.subarray(VERSIONS, { maxLength: 1 }),
});

export function anyQuery(keys: number): fc.Arbitrary<NeighbourQuery> {
  const cap = fc.constantFrom(1, 2, 5, 1000);
  return fc
    .record({
      keys: fc.array(fc.nat(keys).map(keyAt), { maxLength: 6 }),
      direction: fc.constantFrom('out' as const, 'in' as const, 'both' as const),
      predicates: fc.option(fc.subarray([...SOME_PREDICATES])),
      caps: fc.record({ fanOut: cap, nodes: cap, edges: cap }),
    })
    .map(({ predicates, ...query }) => (predicates === null ? query : { ...query, predicates }));
}

/** The part of a graph that one may read, and nothing else. */
export function readableEdges(edges: readonly Edge[], access: Access): Edge[] {
  return edges.filter((edge) => access.grants.includes(edge.labelSet) && !access.hidden.includes(edge.versionId));
}

/** Puts each version's edges into a store. */
export async function fill(store: GraphStore, edges: readonly Edge[], generation = 1): Promise<void> {
  for (const id of VERSIONS) {
    const own = edges.filter((edge) => edge.versionId === id);
    const give = async function* () {
      yield { kind: 'edges' as const, edges: own };
    };
    await store.replace({ kind: 'version', id }, generation, give());
  }
}

/** Some keys of a random graph taken two by two for one thing, the others alone: how to find things, and what is expected. */
export function pairsOfKeys(keys: number): fc.Arbitrary<{ find: FindThings; thingOf: (key: KeyId) => Thing }> {
  return fc.shuffledSubarray(Array.from({ length: keys }, (_, n) => keyAt(n))).map((chosen) => {
    const things = new Map<KeyId, Thing>();
    for (let at = 0; at + 1 < chosen.length; at += 2) {
      const pair = chosen.slice(at, at + 2).sort();
      for (const key of pair) things.set(key, { id: `thing of ${pair[0]}`, keys: pair });
    }
    return { find: async () => things, thingOf: (key) => things.get(key) ?? { id: key, keys: [key] } };
  });
}
