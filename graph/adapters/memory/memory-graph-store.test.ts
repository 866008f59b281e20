import { graphStoreContract } from '../../graph-store.contract.ts';
import { graphStoreProjectionContract } from '../../graph-store-projection.contract.ts';
import { openMemoryGraphStore } from './memory-graph-store.ts';

const open = () => ({ store: openMemoryGraphStore(), close: () => undefined });

graphStoreContract('memory', open);
graphStoreProjectionContract('memory', open);
