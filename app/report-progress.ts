import type { VersionRow } from '../kernel/index.ts';
import type { JobProgress } from '../ledger/index.ts';

/** Told after each step of a version; resolves when the lease of the job has been prolonged. The rate is measured by whoever listens. */
export type ReportProgress = (progress: Omit<JobProgress, 'rate'>, version: VersionRow) => Promise<void>;
