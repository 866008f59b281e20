export type { BlobStore } from './open-blob-store.ts';
export { openBlobStore } from './open-blob-store.ts';
export { openSqlite } from './open-sqlite.ts';
