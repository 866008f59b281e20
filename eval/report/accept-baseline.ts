import { FaultlineError } from '../../kernel/index.ts';
import { type Baseline, makeBaseline } from './baseline.ts';
import type { RunRecord } from './run-record.ts';

/** What a run changed of a baseline. */
export interface AcceptedBaseline {
  readonly baseline: Baseline;
  /** Suites of the run that are held from now on. */
  readonly written: readonly { readonly suite: string; readonly numbers: number; readonly notWell: number; readonly isNew: boolean }[];
  /** Suites of the run that hold nothing to compare, with the reason. */
  readonly left: readonly { readonly suite: string; readonly why: string }[];
  /** Suites of the baseline that the run says nothing of. */
  readonly kept: readonly string[];
}

/**
 * Makes a run the baseline, and says what that changes. @param more metrics to be held beside the guarded ones (`score/faithfulness`).
 * @throws FaultlineError `invalid-request` for one of these that the run has not; `conflict` where nothing of the run can be held.
 */
export function acceptBaseline(run: RunRecord, earlier: Parameters<typeof makeBaseline>[1], more: readonly string[]): AcceptedBaseline {
  const known = run.suites.flatMap(({ suite, metrics }) => metrics.map(({ name }) => `${suite}/${name}`));
  const unknown = more.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new FaultlineError('invalid-request', `--hold: the report has no ${unknown.join(', ')}; it has ${known.join(', ') || 'none'}.`);
  const baseline = makeBaseline(run, earlier, more);
  const isWritten = (suite: string) => baseline.suites[suite] !== undefined && baseline.suites[suite] !== earlier.suites[suite];
  const names = run.suites.map(({ suite }) => suite);
  if (!names.some(isWritten)) {
    const hint = known.length === 0 ? '' : ` Name those that it shall hold, as \`--hold ${known.slice(0, 2).join(',')}\`.`;
    throw new FaultlineError(
      'conflict',
      `The report holds no number that a gate holds by itself, so the baseline stays as it is.${hint === '' ? ' Give the report of a run.' : hint}`,
    );
  }
  return {
    baseline,
    written: names.filter(isWritten).map((suite) => ({
      suite,
      numbers: Object.keys(baseline.suites[suite]?.values ?? {}).length,
      notWell: Object.keys(baseline.suites[suite]?.notWell ?? {}).length,
      isNew: earlier.suites[suite] === undefined,
    })),
    left: run.suites
      .filter(({ suite }) => !isWritten(suite))
      .map(({ suite, skipped }) => ({ suite, why: skipped ?? 'it has no number that a gate holds by itself; name some by --hold' })),
    kept: Object.keys(earlier.suites).filter((suite) => !isWritten(suite)),
  };
}
