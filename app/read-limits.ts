import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ingest/index.ts';
import type { Config } from './config.ts';

/** What the settings allow a reader to use. */
export function readLimits(config: Config): ReadLimits {
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
