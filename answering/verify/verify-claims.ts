import { languageOf, type TagGrammar } from '../../kernel/index.ts';
import { splitSentences } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import { type Alignment, alignUnits, coverageOf } from './align.ts';
import { assertsNothing } from './asserts-nothing.ts';
import { type Check, type CheckedClaim, type ClaimInput, verdictOf } from './check.ts';
import { checkAdditions, checkThings } from './check-additions.ts';
import { checkCodes, checkIdentifiers, checkQuantities } from './check-atoms.ts';
import { checkCondition } from './check-condition.ts';
import { checkCauseDirection, checkClauses, checkPrecedence } from './check-meaning.ts';
import { checkReplaced } from './check-replaced.ts';
import { checkRevision } from './check-revision.ts';
import { checkRow } from './check-row.ts';
import { checkStepOrder } from './check-step-order.ts';
import { type ClaimParts, claimParts } from './claim-parts.ts';
import { computeCount } from './compute-count.ts';
import { computeSum } from './compute-sum.ts';
import type { ComputedFigure } from './computed-unit.ts';
import { compareWords, unitWordsInOrder, wordsInOrder } from './differing-words.ts';
import { findOmittedWarnings, type OmittedWarning } from './find-omitted-warnings.ts';
import { isToldRow } from './is-told-row.ts';
import { needsNoCheck } from './needs-no-check.ts';
import { identifierSet, type SourceText, type SourceUnit, sourceUnits } from './source-text.ts';
import { splitClaims } from './split-claims.ts';
import { belongsTo, hasTagShape, isSibling } from './tag-relation.ts';
import { isNamedRow, isVerbatim } from './verbatim.ts';

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
  /** Safety messages of the sources that the claims lean on, which no claim passes on. */
  readonly omittedWarnings: readonly OmittedWarning[];
}

const LEAST_COVERAGE = WEIGHTS.checking.leastCoverage;
const NEAR_BEST = WEIGHTS.checking.nearBest;
const MOST_UNITS = 8;
const MORE_ALIKE = WEIGHTS.checking.moreAlike;

/**
 * Holds claims against their sources, without a model: verbatim, then typed atoms, then wording, in this order; a later check
 * never clears an earlier failure. A claim that only another source supports is `miscited`.
 */
export function verifyClaims(request: VerifyRequest, grammar: TagGrammar): Verification {
  const held = new Map(request.sources.map((source) => [source.id, { source, units: sourceUnits(source, grammar) }]));
  const inputs = request.claims ?? splitClaims(request.answer ?? '');
  const asked = askedTags(request.question, grammar);
  const judging = { question: request.question ?? '', grammar };
  const claims = inputs.map((input) => checkClaim(input, held, asked, judging));
  const ordered = checkStepOrder(claims, new Map([...held].map(([id, { units }]) => [id, units])), grammar);
  return { ...summarise(ordered), omittedWarnings: findOmittedWarnings(ordered, request.sources, grammar) };
}

/** What claims are judged by beside their sources. */
interface Judging {
  /** Empty where none was sent. */
  readonly question: string;
  readonly grammar: TagGrammar;
}

interface HeldSource {
  readonly source: SourceText;
  readonly units: readonly SourceUnit[];
}

/** What claims come to together. */
export function summarise(claims: readonly CheckedClaim[]): Omit<Verification, 'omittedWarnings'> {
  const checked = claims.filter((claim) => claim.verdict !== 'not-checked');
  if (checked.length === 0) return { claims, decision: 'nothing-to-check' };
  const supported = checked.filter((claim) => claim.verdict === 'supported').length;
  const score = supported / checked.length;
  if (checked.some((claim) => claim.verdict === 'contradicted')) return { claims, decision: 'contradicted', score };
  if (supported === checked.length) return { claims, decision: 'supported', score };
  return { claims, decision: supported === 0 ? 'unsupported' : 'partly-supported', score };
}

function checkClaim(input: ClaimInput, held: ReadonlyMap<string, HeldSource>, asked: readonly string[], judging: Judging): CheckedClaim {
  const place = { text: input.text, start: input.start ?? 0, end: input.end ?? (input.start ?? 0) + input.text.length };
  const all = [...held.values()].filter((source) => !isAboutOthers(source, asked));
  const cited = input.citations === undefined ? all : all.filter((source) => input.citations?.includes(source.source.id));
  // What cites the place that it is copied from is a quotation, though it may read like a title or a denial.
  const isQuoting = input.citations !== undefined && !assertsNothing(input.text);
  const quoted = isQuoting ? judgeQuotation(input.text, cited) : undefined;
  if (quoted !== undefined) return { ...place, ...quoted };
  const isFree = input.asserts === true ? assertsNothing(input.text) : needsNoCheck(input.text, judging.grammar);
  if (isFree) return { ...place, verdict: 'not-checked', score: 0, checks: [], citations: [] };
  if (all.length < held.size && cited.length === 0) return { ...place, ...ABOUT_OTHERS };
  const own = judgeText(input.text, cited, judging);
  if (own.verdict === 'supported' || input.citations === undefined) return { ...place, ...own };
  const elsewhere = judgeText(
    input.text,
    all.filter((source) => !cited.includes(source)),
    judging,
  );
  if (elsewhere.verdict !== 'supported') return { ...place, ...own };
  const citation: Check = { name: 'citation', outcome: 'failed', detail: 'another source than the cited one supports the claim' };
  return { ...place, verdict: 'miscited', score: 0, checks: [...own.checks, citation], citations: elsewhere.citations };
}

const ABOUT_OTHERS: Judgement = {
  verdict: 'unsupported',
  score: 0,
  checks: [{ name: 'asset-scope', outcome: 'failed', detail: 'the cited sources are about other equipment than the question' }],
  citations: [],
};

function askedTags(question: string | undefined, grammar: TagGrammar): string[] {
  return question === undefined ? [] : [...identifierSet(question, grammar)].filter(hasTagShape);
}

/** Sources that name neighbours of the asked equipment and nothing of it. */
function isAboutOthers({ units }: HeldSource, asked: readonly string[]): boolean {
  const named = units.flatMap((unit) => [...unit.identifiers, ...unit.contextIdentifiers]).filter(hasTagShape);
  const fits = named.some((code) => asked.some((other) => code === other || belongsTo(code, other)));
  return !fits && named.some((code) => asked.some((other) => isSibling(code, other)));
}

type Judgement = Pick<CheckedClaim, 'verdict' | 'score' | 'checks' | 'citations'>;

const SEVERITY = { contradicted: 0, unsupported: 1, miscited: 2, supported: 3, 'not-checked': 4 } as const;

/** Undefined of what is no quotation. */
function judgeQuotation(text: string, held: readonly HeldSource[]): Judgement | undefined {
  const quoted = held.find(({ source, units }) =>
    isVerbatim(
      text,
      source,
      units.map((unit) => unit.text),
    ),
  );
  if (quoted !== undefined) {
    const check: Check = { name: 'verbatim', outcome: 'passed', detail: 'the words of the source' };
    return { verdict: 'supported', score: 1, checks: [check], citations: [quoted.source.id] };
  }
  const named = held.find(({ source }) => isNamedRow(text, source) || isToldRow(text, source));
  if (named === undefined) return undefined;
  const check: Check = { name: 'verbatim', outcome: 'passed', detail: 'whole cells of the source, under names of their columns' };
  return { verdict: 'supported', score: 1, checks: [check], citations: [named.source.id] };
}

/** A quotation as a whole, else sentence by sentence: the worst sentence decides. */
function judgeText(text: string, held: readonly HeldSource[], judging: Judging): Judgement {
  const { grammar } = judging;
  const quoted = judgeQuotation(text, held);
  if (quoted !== undefined) return quoted;
  const units = held.flatMap((source) => source.units);
  const sentences = splitSentences(text, languageOf(text)).map(({ start, end }) => text.slice(start, end));
  const judged = sentences
    .filter((sentence) => sentences.length === 1 || !needsNoCheck(sentence, grammar))
    .map((sentence) => judge(claimParts(sentence, grammar), units, judging));
  const worst = [...judged].sort((a, b) => SEVERITY[a.verdict] - SEVERITY[b.verdict])[0];
  if (worst === undefined || judged.length === 1) return worst ?? judge(claimParts(text, grammar), units, judging);
  return {
    verdict: worst.verdict,
    score: worst.verdict === 'supported' ? Math.min(...judged.map((one) => one.score)) : 0,
    checks: judged.flatMap((one) => one.checks),
    citations: [...new Set(judged.flatMap((one) => one.citations))],
  };
}

/** The best judgement over the units that the claim may be about. */
function judge(claim: ClaimParts, units: readonly SourceUnit[], judging: Judging): Judgement {
  const computed = computeSum(claim, units) ?? computeCount(claim, units);
  if (computed !== undefined) return judgeComputed(claim, computed, units, judging);
  const aligned = alignUnits(claim, units);
  const best = aligned[0];
  if (best === undefined)
    return { verdict: 'unsupported', score: 0, checks: [{ name: 'alignment', outcome: 'failed', detail: 'no source' }], citations: [] };
  const judged = aligned
    .filter((alignment) => alignment.coverage >= best.coverage - NEAR_BEST)
    .slice(0, MOST_UNITS)
    .map((alignment) => judgeAgainst(claim, alignment, units, judging));
  // A unit that reads as the claim does and says the contrary is what the claim is about, whatever another one has words of.
  const most = Math.max(0, ...judged.filter(({ judgement }) => judgement.verdict === 'contradicted').map(({ alike }) => alike));
  const fair = judged.filter(({ judgement, alike }) => judgement.verdict !== 'supported' || alike + MORE_ALIKE >= most);
  const order = { supported: 0, contradicted: 1, unsupported: 2, miscited: 3, 'not-checked': 4 } as const;
  const [first = judgeAgainst(claim, best, units, judging)] = fair.sort(
    ({ judgement: a }, { judgement: b }) => order[a.verdict] - order[b.verdict] || b.score - a.score,
  );
  return first.judgement;
}

/** A figure that no source states: by what it was computed from, which has to hold all else that the claim says. */
function judgeComputed(claim: ClaimParts, { check, unit }: ComputedFigure, units: readonly SourceUnit[], judging: Judging): Judgement {
  if (unit === undefined) return { verdict: 'unsupported', score: 0, checks: [check], citations: [] };
  const coverage = coverageOf(claim, unit);
  const { judgement } = judgeAgainst(claim, { unit, coverage }, units, judging);
  // Of what the claim hardly touches the sum contradicts nothing.
  const isSoft = check.outcome === 'contradicted' && coverage < LEAST_COVERAGE;
  const checks = [isSoft ? { ...check, outcome: 'failed' as const } : check, ...judgement.checks];
  const verdict = verdictOf(checks);
  return {
    verdict,
    score: verdict === 'supported' ? coverage : 0,
    checks,
    citations: verdict === 'unsupported' ? [] : judgement.citations,
  };
}

/** `alike`: the share of the claim's words that the unit has in the same order. */
interface JudgedUnit {
  readonly judgement: Judgement;
  readonly alike: number;
}

function judgeAgainst(claim: ClaimParts, { unit, coverage }: Alignment, units: readonly SourceUnit[], { question }: Judging): JudgedUnit {
  const siblings = units.filter((other) => other !== unit);
  const comparison = compareWords(wordsInOrder(claim.text), unitWordsInOrder(unit));
  const aligned = coverage >= LEAST_COVERAGE;
  const checks: Check[] = [
    ...checkQuantities(claim, unit, siblings),
    ...checkIdentifiers(claim, unit),
    ...checkCodes(claim, unit),
    ...checkRow(claim, unit, siblings),
    ...checkRevision(claim, unit),
    ...checkClauses(claim, unit),
    ...checkCauseDirection(claim, unit),
    ...checkPrecedence(claim, unit),
    ...checkReplaced(comparison),
    ...checkCondition(claim, unit, question),
    ...checkThings(claim, unit, units),
    ...checkAdditions(claim, unit),
    { name: 'alignment', outcome: aligned ? 'passed' : 'failed', detail: `${Math.round(coverage * 100)} % of the words` },
  ];
  // A unit that the claim hardly touches cannot contradict it: it speaks of something else.
  const fair = aligned
    ? checks
    : checks.map((check): Check => (check.outcome === 'contradicted' ? { ...check, outcome: 'failed' } : check));
  const verdict = verdictOf(fair);
  return {
    alike: comparison.share,
    judgement: {
      verdict,
      score: verdict === 'supported' ? coverage : 0,
      checks: fair,
      citations: verdict === 'unsupported' ? [] : [unit.sourceId],
    },
  };
}
