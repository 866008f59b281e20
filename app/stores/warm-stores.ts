import { isStoreDown, makeKeyId } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { configuredCaller } from '../configured-caller.ts';
import { readerAccess } from '../reader-access.ts';
import { isFile } from './store-locations.ts';

const NEVER = new AbortController().signal;
/** A server that was just started may take longer for its first read than a question waits. */
const TRIES = 3;

/**
 * Has the cross-encoder loaded and a model of a folder, be it that the index is yet to go over to it, and those of graph and index that are on servers read once, so that connections and query plans are there before the first
 * question. One that is away is told of in the log and left for questions to do without.
 */
export async function warmStores(
  application: Pick<Application, 'config' | 'crossEncoder' | 'embedder' | 'wantedEmbedder' | 'graph' | 'index' | 'ledger' | 'logger'>,
): Promise<void> {
  const { config, crossEncoder, embedder, wantedEmbedder, graph, index, logger } = application;
  await crossEncoder?.answers('pump', ['pump'], NEVER);
  if (config.embeddingFolder !== undefined) await wantedEmbedder.embed(['pump'], NEVER);
  const stores = (['graph', 'search'] as const).filter((store) => !isFile(config, store));
  if (stores.length === 0) return;
  const caller = configuredCaller(config);
  const access = await readerAccess(application, caller);
  const key = makeKeyId(caller.tenant, '', '', '', '');
  const [vector] = await embedder.embed(['pump'], NEVER);
  const reads = {
    graph: () => graph.neighbours(access, { keys: [key], direction: 'both', caps: { fanOut: 1, nodes: 1, edges: 1 } }, NEVER),
    search: () => index.candidates(access, { exact: [key], n: 1, ...(vector === undefined ? {} : { vector }) }, NEVER),
  };

  async function warm(store: keyof typeof reads): Promise<void> {
    for (let left = TRIES; left > 0; left--) {
      try {
        await reads[store]();
        return;
      } catch (error) {
        if (!isStoreDown(error)) throw error;
        if (left === 1) logger.error('lifecycle', 'store-away', error, { store });
      }
    }
  }

  await Promise.all(stores.map(warm));
}
