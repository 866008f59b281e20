import { isStoreDown } from '../kernel/index.ts';
import type { Application } from './application.ts';

/** The states that search index and graph are read in; undefined of a store that itself is down. */
export async function revisionsIfUp({
  graph,
  index,
}: Pick<Application, 'graph' | 'index'>): Promise<{ readonly search: number | undefined; readonly graph: number | undefined }> {
  const [ofIndex, ofGraph] = await Promise.all([revisionIfUp(index), revisionIfUp(graph)]);
  return { search: ofIndex, graph: ofGraph };
}

async function revisionIfUp(store: Application['graph'] | Application['index']): Promise<number | undefined> {
  try {
    return await store.revision();
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    return undefined;
  }
}
