import { type PhotoReading, readPhoto as readInChild } from '../../ingest/index.ts';
import type { Caller } from '../../kernel/index.ts';
import type { Application } from '../application.ts';

/**
 * What stands on a photo of a nameplate or of an alarm panel. It is looked up in nothing and kept nowhere: who took it says what of it
 * is asked.
 * @throws FaultlineError `invalid-request`, `unsupported-format`, `parse-failed`, `limit-exceeded` or `deadline-exceeded`, each with
 * what to do.
 */
export function readPhoto(
  { grammar }: Application,
  _: Caller,
  { bytes }: { readonly bytes: Uint8Array },
  signal: AbortSignal,
): Promise<PhotoReading> {
  return readInChild({ bytes, patterns: grammar.patterns }, signal);
}
