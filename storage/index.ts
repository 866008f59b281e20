export type { BlobStore, HeldBlob } from './open-blob-store.ts';
export { openBlobStore } from './open-blob-store.ts';
export { checkIntegrity, flushSqlite, openSqlite } from './open-sqlite.ts';
export { storageFault } from './storage-fault.ts';
