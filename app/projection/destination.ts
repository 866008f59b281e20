import type { GraphStore } from '../../graph/index.ts';
import type { ProjectionTarget } from '../../ledger/index.ts';
import type { SearchIndex } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';

/** A store that the ledger is projected to; versions go to both kinds, keys to the graph alone. */
export type Destination =
  | { readonly target: 'search'; readonly store: SearchIndex }
  | { readonly target: 'graph'; readonly store: GraphStore };

export function destinationOf({ graph, index }: Pick<Application, 'graph' | 'index'>, target: ProjectionTarget): Destination {
  return target === 'search' ? { target, store: index } : { target, store: graph };
}
