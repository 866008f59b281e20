import { foldText } from '../../kernel/index.ts';
import { type Alignment, alignUnits } from './align.ts';
import { type Check, type CheckedClaim, type ClaimInput, verdictOf } from './check.ts';
import { checkIdentifiers, checkQuantities } from './check-atoms.ts';
import { checkCauseDirection, checkClauses, checkPrecedence } from './check-meaning.ts';
import { checkStepOrder } from './check-step-order.ts';
import { type ClaimParts, claimParts } from './claim-parts.ts';
import { needsNoCheck } from './needs-no-check.ts';
import { foldTight, type SourceText, type SourceUnit, sourceUnits } from './source-text.ts';
import { splitClaims } from './split-claims.ts';

export interface VerifyRequest {
  /** An answer to be split into claims, or the claims themselves. */
  readonly answer?: string;
  readonly claims?: readonly ClaimInput[];
  readonly sources: readonly SourceText[];
  /** Codes in the question do not count as evidence; a claim about another code than the question's is marked. */
  readonly question?: string;
}

export type Decision = 'supported' | 'partly-supported' | 'unsupported' | 'contradicted' | 'nothing-to-check';

export interface Verification {
  readonly claims: readonly CheckedClaim[];
  readonly decision: Decision;
  /** Share of the checked claims that are supported; absent when none needed a check. */
  readonly score?: number;
}

/** Content words that must be accounted for: fluent additions are the commonest fault. Conservative until calibrated on labels. */
const LEAST_COVERAGE = 0.65;
/** Units whose coverage comes this near to the best may be the one that a claim is about. */
const NEAR_BEST = 0.12;

/**
 * Holds claims against their sources, without a model: verbatim, then typed atoms, then wording, in this order; a later check
 * never clears an earlier failure. A claim that only another source supports is `miscited`.
 */
export function verifyClaims(request: VerifyRequest): Verification {
  const units = new Map(request.sources.map((source) => [source.id, sourceUnits(source)]));
  const inputs = request.claims ?? splitClaims(request.answer ?? '');
  const claims = inputs.map((input) => checkClaim(input, units));
  return summarise(checkStepOrder(claims, units));
}

function summarise(claims: readonly CheckedClaim[]): Verification {
  const checked = claims.filter((claim) => claim.verdict !== 'not-checked');
  if (checked.length === 0) return { claims, decision: 'nothing-to-check' };
  const supported = checked.filter((claim) => claim.verdict === 'supported').length;
  const score = supported / checked.length;
  if (checked.some((claim) => claim.verdict === 'contradicted')) return { claims, decision: 'contradicted', score };
  if (supported === checked.length) return { claims, decision: 'supported', score };
  return { claims, decision: supported === 0 ? 'unsupported' : 'partly-supported', score };
}

function checkClaim(input: ClaimInput, units: ReadonlyMap<string, readonly SourceUnit[]>): CheckedClaim {
  const place = { text: input.text, start: input.start ?? 0, end: input.end ?? (input.start ?? 0) + input.text.length };
  if (needsNoCheck(input.text)) return { ...place, verdict: 'not-checked', score: 0, checks: [], citations: [] };
  const all = [...units.values()].flat();
  const cited = input.citations === undefined ? all : input.citations.flatMap((id) => units.get(id) ?? []);
  const parts = claimParts(input.text);
  const own = judge(parts, cited);
  if (own.verdict === 'supported' || input.citations === undefined) return { ...place, ...own };
  const others = all.filter((unit) => !cited.includes(unit));
  const elsewhere = judge(parts, others);
  if (elsewhere.verdict !== 'supported') return { ...place, ...own };
  const citation: Check = { name: 'citation', outcome: 'failed', detail: 'another source than the cited one supports the claim' };
  return { ...place, verdict: 'miscited', score: 0, checks: [...own.checks, citation], citations: elsewhere.citations };
}

type Judgement = Pick<CheckedClaim, 'verdict' | 'score' | 'checks' | 'citations'>;

/** The best judgement over the units that the claim may be about. */
function judge(claim: ClaimParts, units: readonly SourceUnit[]): Judgement {
  const verbatim = verbatimUnit(claim.text, units);
  if (verbatim !== undefined) {
    return {
      verdict: 'supported',
      score: 1,
      checks: [{ name: 'verbatim', outcome: 'passed', detail: 'the words of the source' }],
      citations: [verbatim.sourceId],
    };
  }
  const aligned = alignUnits(claim, units);
  const best = aligned[0];
  if (best === undefined)
    return { verdict: 'unsupported', score: 0, checks: [{ name: 'alignment', outcome: 'failed', detail: 'no source' }], citations: [] };
  const judged = aligned
    .filter((alignment) => alignment.coverage >= best.coverage - NEAR_BEST)
    .slice(0, 8)
    .map((alignment) => judgeAgainst(claim, alignment, units));
  const order = { supported: 0, contradicted: 1, unsupported: 2, miscited: 3, 'not-checked': 4 };
  return judged.sort((a, b) => order[a.verdict] - order[b.verdict] || b.score - a.score)[0] ?? judgeAgainst(claim, best, units);
}

function judgeAgainst(claim: ClaimParts, { unit, coverage }: Alignment, units: readonly SourceUnit[]): Judgement {
  const siblings = units.filter((other) => other !== unit);
  const aligned = coverage >= LEAST_COVERAGE;
  const checks: Check[] = [
    ...checkQuantities(claim, unit, siblings),
    ...checkIdentifiers(claim, unit),
    ...checkClauses(claim, unit),
    ...checkCauseDirection(claim, unit),
    ...checkPrecedence(claim, unit),
    { name: 'alignment', outcome: aligned ? 'passed' : 'failed', detail: `${Math.round(coverage * 100)} % of the words` },
  ];
  // A unit that the claim hardly touches cannot contradict it: it speaks of something else.
  const fair = aligned
    ? checks
    : checks.map((check): Check => (check.outcome === 'contradicted' ? { ...check, outcome: 'failed' } : check));
  const verdict = verdictOf(fair);
  return {
    verdict,
    score: verdict === 'supported' ? coverage : 0,
    checks: fair,
    citations: verdict === 'unsupported' ? [] : [unit.sourceId],
  };
}

/** A whole sentence or whole cells of a row, word for word; a part of a sentence may have lost its negation or its condition. */
function verbatimUnit(text: string, units: readonly SourceUnit[]): SourceUnit | undefined {
  const claim = bare(text);
  if (claim === '') return undefined;
  return units.find((unit) => bare(unit.text) === claim);
}

function bare(text: string): string {
  return foldTight(foldText(text).text.replace(/^[\s•·*\-–—]+|[\s.。;；!！]+$/gu, ''));
}
