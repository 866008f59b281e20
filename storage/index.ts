export { copyFileHashed } from './copy-file-hashed.ts';
export { EPOCH, nextEpoch } from './next-epoch.ts';
export type { BlobStore } from './open-blob-store.ts';
export { openBlobStore } from './open-blob-store.ts';
export { checkIntegrity, flushSqlite, openSqlite } from './open-sqlite.ts';
export { removeSqlite, replaceSqlite } from './replace-sqlite.ts';
export { snapshotSqlite } from './snapshot-sqlite.ts';
export { storageFault } from './storage-fault.ts';
export { syncFolder } from './sync-folder.ts';
