import type { TagGrammar } from '../../kernel/index.ts';
import { WEIGHTS } from '../weights.ts';
import { alignUnits } from './align.ts';
import type { CheckedClaim } from './check.ts';
import { conditionOf } from './check-condition.ts';
import { claimParts } from './claim-parts.ts';
import type { OmittedWarning } from './find-omitted-warnings.ts';
import { type SourceText, type SourceUnit, sourceUnits } from './source-text.ts';

/** `warning`: a safety message; `condition`: what a claim holds under alone; `step`: of a procedure that claims tell in part. */
export const OMISSION_KINDS = ['warning', 'condition', 'step'] as const;
export type OmissionKind = (typeof OMISSION_KINDS)[number];

/** What a source says and an answer that leans on it leaves out. Offsets are UTF-16 units in the source's text. */
export interface Omission extends OmittedWarning {
  readonly kind: OmissionKind;
}

const IS_STEP = WEIGHTS.checking.isStep;
/** In no detail. */
const NONE = '\u0000';
/** Steps of a procedure that claims have to tell for the rest to be missed. */
const LEAST_TOLD = 2;

/** Warnings, conditions and steps that claims leave out, by source and place. */
export function findOmissions(
  { claims, omittedWarnings }: { readonly claims: readonly CheckedClaim[]; readonly omittedWarnings: readonly OmittedWarning[] },
  sources: readonly SourceText[],
  grammar: TagGrammar,
): readonly Omission[] {
  const warnings = omittedWarnings.map((warning): Omission => ({ kind: 'warning', ...warning }));
  const isWarning = (unit: SourceUnit) =>
    warnings.some(({ sourceId, start, end }) => sourceId === unit.sourceId && start <= unit.start && unit.end <= end);
  const others = sources.flatMap((source) => {
    const units = sourceUnits(source, grammar);
    return [...conditionsLost(claims, units, grammar), ...stepsLost(claims, units, grammar).filter((unit) => !isWarning(unit.unit))].map(
      ({ kind, unit }): Omission => ({ kind, sourceId: unit.sourceId, start: unit.start, end: unit.end, text: unit.text }),
    );
  });
  const found = [...warnings, ...others];
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}

function key({ kind, sourceId, start }: Omission): string {
  return `${kind} ${start} ${sourceId}`;
}

interface Lost {
  readonly kind: OmissionKind;
  readonly unit: SourceUnit;
}

/** The sentence whose condition a claim dropped: the one that holds most of its words. */
function conditionsLost(claims: readonly CheckedClaim[], units: readonly SourceUnit[], grammar: TagGrammar): readonly Lost[] {
  return claims.flatMap(({ text, checks }): Lost[] => {
    const dropped = checks.find(({ name, outcome }) => name === 'condition' && outcome === 'failed');
    if (dropped === undefined) return [];
    const best = alignUnits(claimParts(text, grammar), units).find(
      ({ unit, coverage }) => coverage >= IS_STEP && dropped.detail.includes(conditionOf(unit.text)?.condition ?? NONE),
    );
    return best === undefined ? [] : [{ kind: 'condition', unit: best.unit }];
  });
}

/** Steps of a numbered procedure of which claims tell two or more, that no claim tells. */
function stepsLost(claims: readonly CheckedClaim[], units: readonly SourceUnit[], grammar: TagGrammar): readonly Lost[] {
  const steps = units.filter(({ step }) => step !== undefined);
  if (steps.length === 0) return [];
  const told = new Set(
    claims
      .filter(({ verdict }) => verdict === 'supported')
      .flatMap(({ text }) => {
        const [best] = alignUnits(claimParts(text, grammar), steps);
        return best === undefined || best.coverage < IS_STEP ? [] : (best.unit.step?.index ?? []);
      }),
  );
  if (told.size < LEAST_TOLD) return [];
  return steps
    .filter(
      ({ step }, at) => step !== undefined && !told.has(step.index) && steps.findIndex((other) => other.step?.index === step.index) === at,
    )
    .map((unit): Lost => ({ kind: 'step', unit }));
}
