import { languageOf, type TagGrammar } from '../../kernel/index.ts';
import { splitSentences } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import { alignUnits } from './align.ts';
import type { Check, CheckedClaim } from './check.ts';
import { claimParts } from './claim-parts.ts';
import { matchWords } from './match-words.ts';
import type { SourceUnit, Step } from './source-text.ts';

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
    const step = restated(claim, steps, highest, grammar);
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

/** The step that a claim restates: of those that hold it and have least beside it, the first that keeps the order. */
function restated(
  claim: CheckedClaim,
  steps: readonly SourceUnit[],
  highest: ReadonlyMap<string, number>,
  grammar: TagGrammar,
): Step | undefined {
  // Of several sentences the first says which step it is.
  const [first = { start: 0, end: claim.text.length }] = splitSentences(claim.text, languageOf(claim.text));
  const opening = claim.text.slice(first.start, first.end);
  const said = new Set(matchWords(opening).map(({ text }) => text));
  const held = alignUnits(claimParts(opening, grammar), steps).map(({ unit, coverage }) => {
    const own = [...unit.words];
    return {
      step: unit.step,
      fit: coverage < IS_STEP ? 0 : coverage * (own.filter((word) => said.has(word)).length / Math.max(1, own.length)),
    };
  });
  const best = Math.max(0, ...held.map(({ fit }) => fit));
  const alike = held.filter(({ fit }) => fit > 0 && fit === best).flatMap(({ step }) => step ?? []);
  const inOrder = alike.filter((step) => step.index >= (highest.get(step.procedure) ?? -1));
  return [...inOrder, ...alike].sort((a, b) => Number(inOrder.includes(b)) - Number(inOrder.includes(a)) || a.index - b.index)[0];
}
