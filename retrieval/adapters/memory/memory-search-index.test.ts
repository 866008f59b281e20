import { searchIndexContract } from '../../search-index.contract.ts';
import { searchIndexProjectionContract } from '../../search-index-projection.contract.ts';
import { openMemorySearchIndex } from './memory-search-index.ts';

const open = () => ({ index: openMemorySearchIndex(), close: () => undefined });

searchIndexContract('memory', open);
searchIndexProjectionContract('memory', open);
