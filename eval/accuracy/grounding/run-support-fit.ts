import { measureClaims, SUPPORT_FEATURES, type SupportFeature } from '../../../answering/index.ts';
import { openPhraseEmbedder } from '../../../app/index.ts';
import { sha256 } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { auroc, balancedAccuracy, calibrationError, type ScoredClaim } from '../../metrics/detector-metrics.ts';
import { type ChanceSample, chanceOf, fitChances } from '../field/fit-chances.ts';
import { LABELLED_SETS, type LabelledClaim, type LabelledSet } from './read-labelled-claims.ts';

/** How well support is told by weights that the claim had no part in. */
export interface SupportRow {
  readonly set: LabelledSet;
  /** `own`: other folds of its set; `all`: other folds of all sets; `others`: sets of another kind alone. */
  readonly learntFrom: 'own' | 'all' | 'others';
  readonly claims: number;
  readonly auroc?: number;
  /** At even odds. */
  readonly balancedAccuracy?: number;
  readonly calibrationError?: number;
}

export interface SupportFit {
  readonly weights: Readonly<Record<SupportFeature | 'bias', number>>;
  readonly rows: readonly SupportRow[];
}

interface MeasuredSample extends LabelledClaim {
  /** Absent of a quotation, which is certain. */
  readonly row?: Float64Array;
  readonly fold: number;
}

const FOLDS = 5;
const PENALTY = 0.01;
const EVEN = 0.5;
const BINS = 10;

/**
 * Learns how likely a claim is supported from labelled claims, and says how well that holds: five folds of each set, of all sets, and
 * learnt from sets of another kind alone.
 */
export async function runSupportFit(claims: readonly LabelledClaim[], signal: AbortSignal): Promise<SupportFit> {
  const checking = { embedder: openPhraseEmbedder(), grammar: siteGrammar([]) };
  const samples: MeasuredSample[] = [];
  for (const claim of claims) {
    const request = { claims: [{ text: claim.claim }], sources: [{ id: 'source', text: claim.source }] };
    const [measured] = (await measureClaims(checking, request, signal)).measured;
    const features = measured?.support?.features;
    const fold = Number.parseInt(sha256(claim.claim).slice(0, 8), 16) % FOLDS;
    samples.push({
      ...claim,
      fold,
      ...(features === undefined ? {} : { row: Float64Array.from(SUPPORT_FEATURES.map((name) => features[name])) }),
    });
  }
  const weights = learn(samples);
  const named = SUPPORT_FEATURES.map((name, at) => [name, weights[at] ?? 0] as const);
  return {
    weights: Object.fromEntries([...named, ['bias', weights[SUPPORT_FEATURES.length] ?? 0]]) as SupportFit['weights'],
    rows: LABELLED_SETS.flatMap((set) => {
      const own = samples.filter((one) => one.set === set);
      const others = samples.filter((one) => kindOf(one.set) !== kindOf(set));
      return [
        rowOf(set, 'own', scoredInFolds(own, own)),
        rowOf(set, 'all', scoredInFolds(own, samples)),
        rowOf(set, 'others', scored(own, learn(others))),
      ];
    }),
  };
}

/** Supported claims count as much together as the others. */
function learn(samples: readonly MeasuredSample[]): Float64Array {
  const supported = samples.filter(({ isSupported }) => isSupported).length;
  const counts = { yes: 1 / Math.max(1, supported), no: 1 / Math.max(1, samples.length - supported) };
  const weighed = samples.flatMap(({ row, isSupported }): ChanceSample[] =>
    row === undefined ? [] : [{ row, answers: Number(isSupported), counts: isSupported ? counts.yes : counts.no }],
  );
  return fitChances(weighed, SUPPORT_FEATURES.length, PENALTY);
}

function scoredInFolds(own: readonly MeasuredSample[], from: readonly MeasuredSample[]): readonly ScoredClaim[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(from.filter((one) => one.fold !== fold));
    return scored(
      own.filter((one) => one.fold === fold),
      weights,
    );
  }).flat();
}

function scored(samples: readonly MeasuredSample[], weights: Float64Array): readonly ScoredClaim[] {
  return samples.map(({ row, isSupported }) => ({ score: row === undefined ? 1 : chanceOf(row, weights), isSupported }));
}

function rowOf(set: LabelledSet, learntFrom: SupportRow['learntFrom'], claims: readonly ScoredClaim[]): SupportRow {
  const [area, accuracy, error] = [auroc(claims), balancedAccuracy(claims, EVEN), calibrationError(claims, BINS)];
  return {
    set,
    learntFrom,
    claims: claims.length,
    ...(area === undefined ? {} : { auroc: area }),
    ...(accuracy === undefined ? {} : { balancedAccuracy: accuracy }),
    ...(error === undefined ? {} : { calibrationError: error }),
  };
}

function kindOf(set: LabelledSet): string {
  return set.split('-')[0] ?? set;
}
