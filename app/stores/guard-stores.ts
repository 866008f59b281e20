import type { GraphStore } from '../../graph/index.ts';
import type { SearchIndex } from '../../retrieval/index.ts';
import type { Guard } from './guard.ts';

const NEVER = new AbortController().signal;

/** The same graph, whose reads for a question end in time; what is written may take as long as it needs. */
export function guardGraph<Store extends GraphStore>(graph: Store, guard: Guard): Store {
  return {
    ...graph,
    neighbours: (access, query, signal) => guard.read((timed) => graph.neighbours(access, query, timed), signal),
    revision: () => guard.read(() => graph.revision(), NEVER),
  };
}

/** The same index, likewise. */
export function guardIndex<Index extends SearchIndex>(index: Index, guard: Guard): Index {
  return {
    ...index,
    candidates: (access, query, signal) => guard.read((timed) => index.candidates(access, query, timed), signal),
    cosines: (access, vector, ids, signal) => guard.read((timed) => index.cosines(access, vector, ids, timed), signal),
    revision: () => guard.read(() => index.revision(), NEVER),
  };
}
