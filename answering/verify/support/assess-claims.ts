import {
  type Adviser,
  type ClaimReading,
  type CrossEncoder,
  type Embedder,
  type IdentifierMention,
  type QuantityMention,
  relateQuantities,
  type TagGrammar,
} from '../../../kernel/index.ts';
import { textVectors } from '../../text-vectors.ts';
import { WEIGHTS } from '../../weights.ts';
import type { Check, CheckedClaim, CheckName } from '../check.ts';
import { checkQuestion } from '../check-question.ts';
import { type ClaimParts, claimParts } from '../claim-parts.ts';
import { findOmissions, type Omission } from '../find-omissions.ts';
import { type SourceUnit, sourceUnits } from '../source-text.ts';
import { summarise, type Verification, type VerifyRequest, verifyClaims } from '../verify-claims.ts';
import { adviseClaims, type ClaimEvidence } from './advise-claims.ts';
import { advisedChance } from './advised-chance.ts';
import { type ChanceCalibration, calibrateChance } from './calibrate-chance.ts';
import { readingEvidence } from './reading-evidence.ts';
import { supportChance } from './support-chance.ts';
import { findSupport, type Support, supportWords } from './support-features.ts';

/** `strict`: as answers of this product are held. `balanced`: what is likelier supported than not is, where no typed check failed. */
export const STRICTNESSES = ['strict', 'balanced'] as const;
export type Strictness = (typeof STRICTNESSES)[number];

export interface AssessRequest extends VerifyRequest {
  /** `strict` where it is absent. */
  readonly strictness?: Strictness;
}

interface Checking {
  /** By which words near in meaning are found: the static one, by which that was weighed. */
  readonly embedder: Embedder;
  readonly grammar: TagGrammar;
  /** Reads each claim with its sources; absent where it is switched off. */
  readonly crossEncoder?: CrossEncoder;
  /** Asked of each claim too, where it was taught to judge claims; not by a site's calibration, which is of chances without it. */
  readonly adviser?: Adviser;
  /** Of a site's own claims; absent: chances are those of the release. */
  readonly calibration?: ChanceCalibration;
}

/** What claims come to, with what of their sources they leave out. */
export interface Assessment extends Verification {
  readonly omissions: readonly Omission[];
  /** Language models whose opinion counts in the scores. */
  readonly models?: readonly string[];
  /** `no-model`: a language model should have been asked and was away. */
  readonly degraded?: readonly 'no-model'[];
}

/** A claim with its support; none where it is quoted, which is certain. */
export interface MeasuredClaim {
  readonly claim: CheckedClaim;
  readonly support?: Support;
  readonly reading?: ClaimReading;
  /** Of a language model. */
  readonly advice?: ClaimReading;
}

interface MeasuredClaims {
  readonly verification: Verification;
  readonly measured: readonly MeasuredClaim[];
  readonly isAdviserAway: boolean;
}

/** Units that hold most of a claim, beside those that do so together, around which a cross-encoder reads long sources. */
const LIKELY = 6;

/**
 * Holds claims against their sources (`verifyClaims`) and says of each how likely it is supported, failed checks included, as one
 * number from 0 to 1 that is comparable between claims. Verdicts follow the strictness; what is contradicted stays so whatever the
 * number. @throws the signal's reason.
 */
export async function assessClaims(checking: Checking, request: AssessRequest, signal: AbortSignal): Promise<Assessment> {
  const { verification, measured, isAdviserAway } = await measureClaims(checking, request, signal);
  const claims = measured.map((one) => {
    const { claim, support } = one;
    const score = support === undefined ? 1 : chanceOf(one, support, checking.calibration);
    const isBalanced = request.strictness === 'balanced' && support !== undefined;
    return { ...claim, score, ...(isBalanced ? inBalance(claim, score, support, checking) : {}) };
  });
  const omissions = findOmissions({ ...verification, claims }, request.sources, checking.grammar);
  const told = claims.map((claim) => againstQuestion(claim, request.question, checking.grammar));
  const models = measured.some(({ advice }) => advice !== undefined) && checking.adviser !== undefined ? [checking.adviser.model] : [];
  return {
    ...verification,
    ...summarise(told),
    omissions,
    ...(models.length === 0 ? {} : { models }),
    ...(isAdviserAway ? { degraded: ['no-model'] } : {}),
  };
}

function chanceOf({ reading, advice }: MeasuredClaim, { features }: Support, calibration: ChanceCalibration | undefined): number {
  const chance = calibrateChance(supportChance(features, reading), calibration);
  return advice === undefined ? chance : advisedChance(chance, advice);
}

/** A claim that its sources support and that does not answer what was asked stays supported, and says so among its checks. */
function againstQuestion(claim: CheckedClaim, question: string | undefined, grammar: TagGrammar): CheckedClaim {
  if (question === undefined || claim.verdict !== 'supported') return claim;
  return { ...claim, checks: [...claim.checks, ...checkQuestion(question, claim.text, grammar)] };
}

/** The claims as they are checked, with what their support is judged by. @throws the signal's reason. */
export async function measureClaims(
  { embedder, grammar, crossEncoder, adviser, calibration }: Checking,
  request: VerifyRequest,
  signal: AbortSignal,
): Promise<MeasuredClaims> {
  const verification = verifyClaims(request, grammar);
  const all = request.sources.flatMap((source) => sourceUnits(source, grammar));
  const measured: MeasuredClaim[] = [];
  const read: (ClaimEvidence & { readonly at: number })[] = [];
  for (const [at, claim] of verification.claims.entries()) {
    signal.throwIfAborted();
    if (isQuotation(claim)) {
      measured.push({ claim });
      continue;
    }
    const cited = request.claims?.[at]?.citations;
    const own = cited === undefined ? all : all.filter(({ sourceId }) => cited.includes(sourceId));
    const words = supportWords(claim.text, own, grammar);
    const support = findSupport(words, claim, await textVectors(embedder, words.texts, signal));
    const likely = [...support.together, ...words.units.slice(0, LIKELY).map(({ unit }) => unit)];
    const text = readingEvidence(own, likely);
    const [reading] = (await crossEncoder?.judge(claim.text, [text], signal)) ?? [];
    measured.push({ claim, support, ...(reading === undefined ? {} : { reading }) });
    if (claim.verdict !== 'not-checked')
      read.push({ at, claim: claim.text, text, sources: [...new Set(own.map((unit) => unit.sourceId))] });
  }
  const advice = await adviseClaims(calibration === undefined ? adviser : undefined, read, signal);
  if (advice === 'none' || advice === 'away') return { verification, measured, isAdviserAway: advice === 'away' };
  const heard = new Map(read.map(({ at }, number) => [at, advice[number]]));
  const advised = measured.map((one, at) => {
    const own = heard.get(at);
    return own === undefined ? one : { ...one, advice: own };
  });
  return { verification, measured: advised, isAdviserAway: false };
}

function isQuotation({ verdict, checks }: CheckedClaim): boolean {
  return verdict === 'supported' && checks.every(({ name }) => name === 'verbatim');
}

/** The verdict on a claim of others: by its score, where its typed checks hold in the sentences that support it together. */
function inBalance(
  { text, verdict, checks }: CheckedClaim,
  score: number,
  { together, lost }: Support,
  { grammar, calibration }: Checking,
): Partial<Pick<CheckedClaim, 'verdict' | 'checks' | 'citations'>> {
  if (verdict === 'contradicted' || verdict === 'miscited' || verdict === 'not-checked') return {};
  const typed = checks.filter(({ name, outcome }) => outcome === 'passed' || !BY_UNIT.has(name));
  // What was computed stands in no sentence, and was held to those that it was computed from.
  const isComputed = checks.some(({ name, outcome }) => name === 'recomputed' && outcome === 'passed');
  const atoms = isComputed ? [] : atomsTogether(claimParts(text, grammar), together);
  const isLikely = score >= (calibration?.threshold ?? WEIGHTS.support.balanced);
  const chance = Math.round(100 * score);
  const words = isLikely ? '' : notFound(text, lost);
  const support: Check = {
    name: 'support',
    outcome: isLikely ? 'passed' : 'failed',
    ...(words === ''
      ? { detail: `supported with a chance of ${chance} %, by the sentences that hold most of it together` }
      : { detail: `supported with a chance of ${chance} %, by the sentences that hold most of it together; not found there: ${words}` }),
  };
  const all = [...typed, ...atoms, support];
  const isSupported = all.every(({ outcome }) => outcome === 'passed');
  return {
    verdict: isSupported ? 'supported' : 'unsupported',
    checks: all,
    citations: isSupported ? [...new Set(together.map(({ sourceId }) => sourceId))] : [],
  };
}

/** Words of a claim that stand in no sentence that is thought to support it, so that one sees what to look for. */
function notFound(text: string, lost: Support['lost']): string {
  return lost
    .slice(0, MOST_WORDS)
    .map(({ start, end }) => `“${text.slice(start, end)}”`)
    .join(', ');
}

/** Stretches of words named at most. */
const MOST_WORDS = 5;

/** Checks against one unit, in place of which the units that hold a claim together are asked, or the score. */
const BY_UNIT: ReadonlySet<CheckName> = new Set(['alignment', 'addition', 'quantity', 'identifier']);

/** Each quantity and code that stands in none of some units, as a failed check. */
function atomsTogether({ text, quantities, identifiers }: ClaimParts, units: readonly SourceUnit[]): readonly Check[] {
  const isHeld = ({ quantity }: QuantityMention) =>
    units.some((unit) => unit.quantities.some(({ mention }) => HELD.has(relateQuantities(quantity, mention.quantity))));
  const isKnown = ({ identifier }: IdentifierMention) =>
    units.some((unit) => unit.identifiers.has(identifier.folded) || unit.contextIdentifiers.has(identifier.folded));
  return [
    ...quantities.filter((one) => !isHeld(one)).map(({ start, end }): Check => notHeld('quantity', text.slice(start, end))),
    ...identifiers.filter((one) => !isKnown(one)).map(({ identifier }): Check => notHeld('identifier', identifier.text)),
  ];
}

const HELD: ReadonlySet<string> = new Set(['equal', 'contained']);

function notHeld(name: 'quantity' | 'identifier', what: string): Check {
  return { name, outcome: 'failed', detail: `${what} is not in the sentences that support the claim` };
}
