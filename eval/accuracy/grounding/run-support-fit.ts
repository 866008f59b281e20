import {
  measureClaims,
  READING_FEATURES,
  type ReadingFeature,
  readingFeatures,
  SUPPORT_FEATURES,
  type SupportFeature,
} from '../../../answering/index.ts';
import { openChecking } from '../../../app/index.ts';
import { type Adviser, type ClaimReading, FaultlineError, sha256 } from '../../../kernel/index.ts';
import { auroc, balancedAccuracy, calibrationError, type ScoredClaim } from '../../metrics/detector-metrics.ts';
import { type ChanceSample, chanceOf, fitChances } from '../field/fit-chances.ts';
import { type AdviceFit, fitAdvice } from './fit-advice.ts';
import { LABELLED_SETS, type LabelledClaim, type LabelledSet } from './read-labelled-claims.ts';

/** How well support is told by weights that the claim had no part in. */
export interface SupportRow {
  readonly set: LabelledSet;
  /** By the words that claim and source share, with the reading of the cross-encoder too, or with what a language model says besides. */
  readonly by: SupportBy | 'advice';
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
  /** Where a language model was asked, of claims of ours. */
  readonly advised?: AdviceFit<unknown>['weights'];
  readonly rows: readonly SupportRow[];
}

interface MeasuredSample extends LabelledClaim {
  /** Absent of a quotation, which is certain. */
  readonly row?: Readonly<Record<SupportBy, Float64Array>>;
  /** Of a language model. */
  readonly advice?: ClaimReading;
  readonly fold: number;
}

const FOLDS = 5;
const PENALTY = 0.01;
const EVEN = 0.5;
const BINS = 10;

/**
 * Learns how likely a claim is supported from labelled claims, and says how well that holds: five folds of each set, of all sets, and
 * learnt from sets of another kind alone.
 * @param adviser a language model that is asked of the claims of ours. @throws FaultlineError `store-unavailable` when it is away.
 */
export async function runSupportFit(claims: readonly LabelledClaim[], signal: AbortSignal, adviser?: Adviser): Promise<SupportFit> {
  const checking = openChecking();
  const advised = { ...checking, ...(adviser === undefined ? {} : { adviser }) };
  const samples: MeasuredSample[] = [];
  for (const claim of claims) {
    const request = { claims: [{ text: claim.claim }], sources: [{ id: claim.document ?? 'source', text: claim.source }] };
    const { measured, isAdviserAway } = await measureClaims(kindOf(claim.set) === 'ours' ? advised : checking, request, signal);
    if (isAdviserAway) throw new FaultlineError('store-unavailable', 'The language model could not be asked; look at its log.');
    const { support, reading, advice } = measured[0] ?? {};
    const fold = Number.parseInt(sha256(claim.claim).slice(0, 8), 16) % FOLDS;
    samples.push({
      ...claim,
      fold,
      ...(advice === undefined ? {} : { advice }),
      ...(support === undefined || reading === undefined
        ? {}
        : { row: rowsOf(support.features, readingFeatures(support.features, reading)) }),
    });
  }
  const advice = adviceOf(samples);
  return {
    ...(advice === undefined ? {} : { advised: advice.weights }),
    weights: named(FEATURES.words, learn(samples, 'words')) as SupportFit['weights'],
    read: named(FEATURES.reading, learn(samples, 'reading')) as SupportFit['read'],
    rows: LABELLED_SETS.flatMap((set) => {
      const own = samples.filter((one) => one.set === set);
      const others = samples.filter((one) => kindOf(one.set) !== kindOf(set));
      return own.length === 0
        ? []
        : (['words', 'reading'] as const)
            .flatMap((by) => [
              rowOf(set, by, 'own', scoredInFolds(own, own, by)),
              rowOf(set, by, 'all', scoredInFolds(own, samples, by)),
              rowOf(set, by, 'others', scored(own, learn(others, by), by)),
            ])
            .concat(heldRows(set, advice));
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

/** What a language model adds to the chance by the other folds of all sets. */
function adviceOf(samples: readonly MeasuredSample[]) {
  const advised = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = learn(
      samples.filter((one) => one.fold !== fold),
      'reading',
    );
    return samples.flatMap((one) =>
      one.fold !== fold || one.advice === undefined || one.row === undefined
        ? []
        : [{ ...one, advice: one.advice, chance: chanceOf(one.row.reading, weights) }],
    );
  }).flat();
  return advised.length === 0 ? undefined : fitAdvice(advised);
}

function heldRows(set: LabelledSet, advice: ReturnType<typeof adviceOf>): readonly SupportRow[] {
  const own = advice?.held.filter(({ claim }) => claim.set === set) ?? [];
  if (own.length === 0) return [];
  return [
    rowOf(
      set,
      'advice',
      'all',
      own.map(({ claim, score }) => ({ score, isSupported: claim.isSupported })),
    ),
  ];
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

function rowOf(set: LabelledSet, by: SupportRow['by'], learntFrom: SupportRow['learntFrom'], claims: readonly ScoredClaim[]): SupportRow {
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
