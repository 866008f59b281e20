import type { RunRecord, SuiteRecord } from './run-record.ts';

interface RunFacts {
  readonly version: string;
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly seed: number;
  /** Hash of the settings that results depend on. */
  readonly configuration: string;
}

/** Suites that ran, and those that could not, as one record. */
export function makeRunRecord({ version, at, seed, configuration }: RunFacts, suites: readonly SuiteRecord[]): RunRecord {
  return { format: 'faultline-run-1', version, at: new Date(at).toISOString(), seed, configuration, suites };
}
