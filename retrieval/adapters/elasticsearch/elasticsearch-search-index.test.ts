import { vi } from 'vitest';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { searchIndexContract } from '../../search-index.contract.ts';
import { searchIndexDimensionContract } from '../../search-index-dimension.contract.ts';
import { searchIndexProjectionContract } from '../../search-index-projection.contract.ts';
import { openTestIndex } from './elasticsearch.test-support.ts';

// The cases make hundreds of replacements, each some requests to a server that shares the machine.
vi.setConfig({ testTimeout: 240_000 });

describeServers('elasticsearch', ({ elasticsearch: { url } }) => {
  searchIndexContract('elasticsearch', () => openTestIndex(url));
  searchIndexDimensionContract('elasticsearch', (identity) => openTestIndex(url, { identity }));
  searchIndexProjectionContract('elasticsearch', () => openTestIndex(url));
});
