import { isStoreDown, type Projection } from '../kernel/index.ts';

/** The state that a store is read in; undefined while the store itself is down. */
export async function revisionIfUp(store: Pick<Projection<never>, 'revision'>): Promise<number | undefined> {
  try {
    return await store.revision();
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    return undefined;
  }
}
