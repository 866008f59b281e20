import type { LabelSetId, TenantId, VersionId } from './ids.ts';

/**
 * What one reader may read. Every read of stored data takes it and filters inside the store's own query.
 * `hidden` are versions that nobody sees and that an index or a graph may hold, since they are being made or retracted, or take
 * effect later than `asOf`: a few, however many documents wait or could not be read.
 */
export interface Access {
  readonly tenant: TenantId;
  readonly grants: readonly LabelSetId[];
  readonly hidden: readonly VersionId[];
  /**
   * Read as of this instant (milliseconds, UTC): what takes effect later is not there, nor what becomes visible after the access
   * was resolved. It differs from request to request, while `hidden` is the same between two effective dates: what is kept for a
   * reader is kept by `hidden`. Absent: whatever is visible counts, whenever it takes effect.
   */
  readonly asOf?: number;
}
