import {
  measureClaims,
  READING_FEATURES,
  type ReadingFeature,
  readingFeatures,
  SUPPORT_FEATURES,
  type SupportFeature,
} from '../../../answering/index.ts';
import { openChecking } from '../../../app/index.ts';
import { sha256 } from '../../../kernel/index.ts';
import { auroc, balancedAccuracy, calibrationError, type ScoredClaim } from '../../metrics/detector-metrics.ts';
import { type ChanceSample, chanceOf, fitChances } from '../field/fit-chances.ts';
import { LABELLED_SETS, type LabelledClaim, type LabelledSet } from './read-labelled-claims.ts';

/** How well support is told by weights that the claim had no part in. */
export interface SupportRow {
  readonly set: LabelledSet;
  /** By the words that claim and source share, or with the reading of the cross-encoder too. */
  readonly by: SupportBy;
  /** `own`: other folds of its set; `all`: other folds of all sets; `others`: sets of another kind alone. */
  readonly learntFrom: 'own' | 'all' | 'others';
  readonly claims: number;
  readonly auroc?: number;
  /** At even odds. */
  readonly balancedAccuracy?: number;
  readonly calibrationError?: number;
}

type SupportBy = 'words' | 'reading';

export interface SupportFit {
  readonly weights: Readonly<Record<SupportFeature | 'bias', number>>;
  readonly read: Readonly<Record<SupportFeature | ReadingFeature | 'bias', number>>;
  readonly rows: readonly SupportRow[];
}

interface MeasuredSample extends LabelledClaim {
  /** Absent of a quotation, which is certain. */
  readonly row?: Readonly<Record<SupportBy, Float64Array>>;
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
  const checking = openChecking();
  const samples: MeasuredSample[] = [];
  for (const claim of claims) {
    const request = { claims: [{ text: claim.claim }], sources: [{ id: 'source', text: claim.source }] };
    const [measured] = (await measureClaims(checking, request, signal)).measured;
    const { support, reading } = measured ?? {};
    const fold = Number.parseInt(sha256(claim.claim).slice(0, 8), 16) % FOLDS;
    samples.push({
      ...claim,
      fold,
      ...(support === undefined || reading === undefined
        ? {}
        : { row: rowsOf(support.features, readingFeatures(support.features, reading)) }),
    });
  }
  return {
    weights: named(FEATURES.words, learn(samples, 'words')) as SupportFit['weights'],
    read: named(FEATURES.reading, learn(samples, 'reading')) as SupportFit['read'],
    rows: LABELLED_SETS.flatMap((set) => {
      const own = samples.filter((one) => one.set === set);
      const others = samples.filter((one) => kindOf(one.set) !== kindOf(set));
      return own.length === 0
        ? []
        : (['words', 'reading'] as const).flatMap((by) => [
            rowOf(set, by, 'own', scoredInFolds(own, own, by)),
            rowOf(set, by, 'all', scoredInFolds(own, samples, by)),
            rowOf(set, by, 'others', scored(own, learn(others, by), by)),
          ]);
    }),
  };
}

const FEATURES = { words: SUPPORT_FEATURES, reading: [...SUPPORT_FEATURES, ...READING_FEATURES] } as const;

function rowsOf(
  support: Readonly<Record<SupportFeature, number>>,
  reading: Readonly<Record<ReadingFeature, number>>,
): Readonly<Record<SupportBy, Float64Array>> {
  const all = { ...support, ...reading };
  return {
    words: Float64Array.from(FEATURES.words, (name) => all[name]),
    reading: Float64Array.from(FEATURES.reading, (name) => all[name]),
  };
}

function named(names: readonly string[], weights: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries([...names.map((name, at) => [name, weights[at] ?? 0]), ['bias', weights[names.length] ?? 0]]);
}

/** Supported claims count as much together as the others, and each kind of set as much as another. */
function learn(samples: readonly MeasuredSample[], by: SupportBy): Float64Array {
  const classOf = ({ set, isSupported }: MeasuredSample) => `${kindOf(set)} ${isSupported}`;
  const sizes = new Map<string, number>();
  for (const one of samples) sizes.set(classOf(one), (sizes.get(classOf(one)) ?? 0) + 1);
  const weighed = samples.flatMap((one): ChanceSample[] =>
    one.row === undefined ? [] : [{ row: one.row[by], answers: Number(one.isSupported), counts: 1 / (sizes.get(classOf(one)) ?? 1) }],
  );
  return fitChances(weighed, FEATURES[by].length, PENALTY);
}

function scoredInFolds(own: readonly MeasuredSample[], from: readonly MeasuredSample[], by: SupportBy): readonly ScoredClaim[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(
      from.filter((one) => one.fold !== fold),
      by,
    );
    return scored(
      own.filter((one) => one.fold === fold),
      weights,
      by,
    );
  }).flat();
}

function scored(samples: readonly MeasuredSample[], weights: Float64Array, by: SupportBy): readonly ScoredClaim[] {
  return samples.map(({ row, isSupported }) => ({ score: row === undefined ? 1 : chanceOf(row[by], weights), isSupported }));
}

function rowOf(set: LabelledSet, by: SupportBy, learntFrom: SupportRow['learntFrom'], claims: readonly ScoredClaim[]): SupportRow {
  const [area, accuracy, error] = [auroc(claims), balancedAccuracy(claims, EVEN), calibrationError(claims, BINS)];
  return {
    set,
    by,
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
