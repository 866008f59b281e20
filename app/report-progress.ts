import type { VersionRow } from '../kernel/index.ts';
import type { JobProgress } from '../ledger/index.ts';

/** Told after each step of a version; resolves when the lease of the job has been prolonged. */
export type ReportProgress = (progress: JobProgress, version: VersionRow) => Promise<void>;
