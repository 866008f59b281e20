import type { TagGrammar } from '../../kernel/index.ts';
import { WEIGHTS } from '../weights.ts';
import { alignUnits } from './align.ts';
import type { Check, CheckedClaim } from './check.ts';
import { claimParts } from './claim-parts.ts';
import type { SourceUnit } from './source-text.ts';

const IS_STEP = WEIGHTS.checking.isStep;

/** Claims that restate steps of one procedure must keep its order: a step given after a later one is contradicted. Gaps are no fault. */
export function checkStepOrder(
  claims: readonly CheckedClaim[],
  units: ReadonlyMap<string, readonly SourceUnit[]>,
  grammar: TagGrammar,
): CheckedClaim[] {
  const highest = new Map<string, number>();
  return claims.map((claim) => {
    if (claim.verdict !== 'supported') return claim;
    const steps = claim.citations.flatMap((id) => units.get(id) ?? []).filter((unit) => unit.step !== undefined);
    const best = alignUnits(claimParts(claim.text, grammar), steps)[0];
    const step = best === undefined || best.coverage < IS_STEP ? undefined : best.unit.step;
    if (step === undefined) return claim;
    const reached = highest.get(step.procedure) ?? -1;
    highest.set(step.procedure, Math.max(reached, step.index));
    if (step.index >= reached) return claim;
    const check: Check = {
      name: 'step-order',
      outcome: 'contradicted',
      detail: `step ${step.index + 1} comes before step ${reached + 1} in the source`,
    };
    return { ...claim, verdict: 'contradicted', score: 0, checks: [...claim.checks, check] };
  });
}
