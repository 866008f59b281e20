import { isOutOfUse, type SheetStatus } from '../../kernel/index.ts';

/** The stamp of a sheet for a terminal. */
export function describeStamp(status: SheetStatus): string {
  const words = `stamped ${status.toUpperCase()}`;
  return isOutOfUse(status) ? `[${words}: it answers no question]` : `[${words}]`;
}
