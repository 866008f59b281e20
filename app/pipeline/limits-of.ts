import { DEFAULT_READ_LIMITS, type ReadLimits } from '../../ingest/index.ts';
import type { Config } from '../config.ts';

/** What the reading process may use, by the settings. */
export function limitsOf(config: Config): ReadLimits {
  return {
    ...DEFAULT_READ_LIMITS,
    maxBytes: config.maxUploadBytes,
    maxPages: config.maxPages,
    maxRows: config.maxRows,
    wallMilliseconds: config.parseMilliseconds,
    heapMegabytes: config.parseHeapMegabytes,
    residentMegabytes: config.parseResidentMegabytes,
  };
}
