import { graphStoreContract } from '../../graph-store.contract.ts';
import { openMemoryGraphStore } from './memory-graph-store.ts';

graphStoreContract('memory', () => ({ store: openMemoryGraphStore(), close: () => undefined }));
