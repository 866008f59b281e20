import { searchIndexContract } from '../../search-index.contract.ts';
import { openMemorySearchIndex } from './memory-search-index.ts';

searchIndexContract('memory', () => ({ index: openMemorySearchIndex(), close: () => undefined }));
