import type { LabelSetId, TenantId, VersionId } from './ids.ts';

/**
 * What one reader may read. Every read of stored data takes it and filters inside the store's own query.
 * `hidden` are versions that nobody sees and that an index or a graph may hold, since they are being made or retracted: a few,
 * however many documents wait or could not be read.
 */
export interface Access {
  readonly tenant: TenantId;
  readonly grants: readonly LabelSetId[];
  readonly hidden: readonly VersionId[];
  /** Read as of this instant (milliseconds, UTC); absent: now. */
  readonly asOf?: number;
}
