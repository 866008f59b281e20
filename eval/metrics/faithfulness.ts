import type { Verdict } from '../../kernel/index.ts';

/** Shares of the claims of one answer that need a check, from 0 to 1. */
export interface Faithfulness {
  /** Entailed by any of the sources, the cited one or another. */
  readonly faithful: number;
  readonly contradicted: number;
  readonly unsupported: number;
}

/** Undefined of an answer without a claim to check: it is left out and counted, never perfect. */
export function faithfulness(verdicts: readonly Verdict[]): Faithfulness | undefined {
  const checked = verdicts.filter((verdict) => verdict !== 'not-checked');
  if (checked.length === 0) return undefined;
  const share = (...wanted: readonly Verdict[]) => checked.filter((verdict) => wanted.includes(verdict)).length / checked.length;
  return { faithful: share('supported', 'miscited'), contradicted: share('contradicted'), unsupported: share('unsupported') };
}
