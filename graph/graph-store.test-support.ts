import { type FactId, type KeyId, type LabelSetId, makeFactId, makeKeyId, type Predicate } from '../kernel/index.ts';
import { ALL, OPEN, signal, TENANT, version } from '../kernel/ports/projection.test-support.ts';
import type { Edge, GraphBatch, GraphCaps, GraphStore } from './graph-store.ts';

export const WIDE: GraphCaps = { fanOut: 1000, nodes: 1000, edges: 1000 };
export const key = (name: string): KeyId => makeKeyId(TENANT, 'Component', 'name', 'site', name);
export function edge(from: string, predicate: Predicate, to: string, versionName: string, labelSet: LabelSetId = OPEN, n = 1): Edge {
  const fact: FactId = makeFactId(key(from), predicate, JSON.stringify(key(to)), '[]');
  return { fact, from: key(from), to: key(to), predicate, versionId: version(versionName), labelSet, n };
}

export async function* batches(...edges: readonly Edge[]): AsyncGenerator<GraphBatch> {
  for (const one of edges) yield { kind: 'edges', edges: [one] };
}

/** Opens an empty store; `close` gives it back. */
export type OpenGraph = () => { store: GraphStore; close: () => void | Promise<void> };

/** A test on an empty store, which is given back whatever becomes of it. */
export function graphFixture(open: OpenGraph): (body: (store: GraphStore) => Promise<void>) => () => Promise<void> {
  return (body) => async () => {
    const { store, close } = open();
    try {
      await body(store);
    } finally {
      await close();
    }
  };
}

/** What is next to keys, by all predicates and either way unless the rest says otherwise. */
export function near(
  store: GraphStore,
  keys: readonly KeyId[],
  rest: Partial<Parameters<GraphStore['neighbours']>[1]> = {},
  access = ALL,
): ReturnType<GraphStore['neighbours']> {
  return store.neighbours(access, { keys, direction: 'both', caps: WIDE, ...rest }, signal());
}
