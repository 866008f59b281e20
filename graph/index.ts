export { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
export type { SqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
export { openSqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
export type { ExpandQuery, Subgraph } from './expand.ts';
export { expand } from './expand.ts';
export type { Direction, Edge, GraphBatch, GraphCaps, GraphNode, GraphStore, NeighbourQuery, Neighbours } from './graph-store.ts';
