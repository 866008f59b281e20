import {
  type Access,
  type FactId,
  hashParts,
  type KeyId,
  type LabelSetId,
  makeFactId,
  makeKeyId,
  makeLabelSetId,
  type Predicate,
  parseTenantId,
  parseVersionId,
  type TenantId,
  type Unit,
  type VersionId,
} from '../kernel/index.ts';
import type { Edge, GraphBatch, GraphCaps, GraphStore } from './graph-store.ts';

const TENANT = parseTenantId('plant') as TenantId;
export const OPEN = makeLabelSetId(TENANT, ['open']);
export const SECRET = makeLabelSetId(TENANT, ['secret']);
export const ALL: Access = { tenant: TENANT, grants: [OPEN, SECRET], hidden: [] };
export const WIDE: GraphCaps = { fanOut: 1000, nodes: 1000, edges: 1000 };
/** Of a unit that holds nothing. */
export const NO_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const key = (name: string): KeyId => makeKeyId(TENANT, 'Component', 'name', 'site', name);
export const version = (name: string): VersionId => parseVersionId(`ver_${hashParts([name])}`) as VersionId;
export const unitOf = (name: string): Unit => ({ kind: 'version', id: version(name) });
export const signal = () => new AbortController().signal;

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
