import type { ReadRequest } from '../ingest/index.ts';
import type { VersionRow } from '../kernel/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Config } from './config.ts';
import { readLimits } from './read-limits.ts';

type KnownCorrections = Awaited<ReturnType<Ledger['decisions']['corrections']>>;

/** What a reader is told of a version's bytes: whoever asks with the same settings and corrections gets the same reading. */
export function readingRequest(config: Config, version: VersionRow, path: string, { corrections, digest }: KnownCorrections): ReadRequest {
  return {
    path,
    fileName: version.fileName,
    versionId: version.id,
    limits: readLimits(config),
    patterns: config.tagPatterns,
    ...(digest === '' ? {} : { corrections }),
  };
}
