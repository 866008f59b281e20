import { vi } from 'vitest';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { graphStoreContract } from '../../graph-store.contract.ts';
import { graphStoreProjectionContract } from '../../graph-store-projection.contract.ts';
import { openNeo4jGraphStore, removeNeo4jGraph } from '../../index.ts';
import { newStore } from './neo4j.test-support.ts';

// Thousands of transactions, each written to the disk.
vi.setConfig({ testTimeout: 180_000 });

describeServers('Neo4j', ({ neo4j }) => {
  const open = () => {
    const options = newStore(neo4j);
    const store = openNeo4jGraphStore(options);
    return {
      store,
      close: async () => {
        await store.close();
        await removeNeo4jGraph(options);
      },
    };
  };
  graphStoreContract('Neo4j', open);
  graphStoreProjectionContract('Neo4j', open);
});
