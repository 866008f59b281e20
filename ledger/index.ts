export type { Acceptance } from './documents.ts';
export { INGEST_JOB } from './documents.ts';
export type { JobProgress, JobRow, JobState, Lease } from './jobs.ts';
export type { Ledger } from './open-ledger.ts';
export { openLedger } from './open-ledger.ts';
export type { ReaderScope } from './reader-scope.ts';
export type { DocumentVersion } from './version-rows.ts';
