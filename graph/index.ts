export { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
export { openSqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
export { expand } from './expand.ts';
export { findCommunities } from './find-communities.ts';
export { findPaths } from './find-paths.ts';
export { edgeLine, nodeLine } from './graph-lines.ts';
export type { GraphBatch, GraphNode, GraphStore, KeyState } from './graph-store.ts';
export { rankNear } from './rank-near.ts';
export type { FindThings } from './thing.ts';
