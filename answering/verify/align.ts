import { WEIGHTS } from '../weights.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { SourceUnit } from './source-text.ts';

/** How well a unit accounts for a claim's content words, from 0 to 1; 1 for a claim that has none. */
export interface Alignment {
  readonly unit: SourceUnit;
  readonly coverage: number;
}

const CONTEXT_WEIGHT = WEIGHTS.checking.context;

/** Coverage of a claim by each unit, best first; equal ones in order of the source. */
export function alignUnits(claim: ClaimParts, units: readonly SourceUnit[]): Alignment[] {
  return units.map((unit) => ({ unit, coverage: coverageOf(claim, unit) })).sort((a, b) => b.coverage - a.coverage);
}

/** Share of the claim's content words found in the unit, as words or as names of one vocabulary entry. */
export function coverageOf(claim: ClaimParts, unit: SourceUnit): number {
  if (claim.words.length === 0) return 1;
  const shared = claim.concepts.filter((mention) => unit.concepts.has(mention.concept.id));
  let weight = 0;
  for (const word of claim.words) {
    if (unit.words.has(word.text) || shared.some((mention) => mention.start < word.end && word.start < mention.end)) weight += 1;
    else if (unit.contextWords.has(word.text)) weight += CONTEXT_WEIGHT;
  }
  return weight / claim.words.length;
}
