import type { LabelSetId, TenantId, VersionId } from './ids.ts';

/**
 * What one reader may read. Every read of stored data takes it and filters inside the store's own query.
 * `hidden` are versions that are being made or retracted: nobody sees them.
 */
export interface Access {
  readonly tenant: TenantId;
  readonly grants: readonly LabelSetId[];
  readonly hidden: readonly VersionId[];
  /** Read as of this instant (milliseconds, UTC); absent: now. */
  readonly asOf?: number;
}
