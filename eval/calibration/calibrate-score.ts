import { calibrateChance, measureClaims, supportChance, supportDigest } from '../../answering/index.ts';
import { type Calibration, type CalibrationFigures, type Config, openChecking } from '../../app/index.ts';
import { FaultlineError, sha256 } from '../../kernel/index.ts';
import { auroc, balancedAccuracy, calibrationError, type ScoredClaim } from '../metrics/detector-metrics.ts';
import { fitCurve } from './fit-curve.ts';
import type { CalibrationClaim, CalibrationClaims } from './read-calibration-claims.ts';

interface CalibrateOptions extends Pick<Config, 'tagPatterns' | 'crossEncoder'> {
  readonly program: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly onProgress: (done: number) => void;
}

export interface CalibratedScore {
  readonly calibration: Calibration;
  /** Places of claims that stand word for word in a source and are labelled as not supported: labels to look at. */
  readonly doubtful: readonly string[];
}

interface MeasuredClaim extends ScoredClaim {
  readonly place: string;
  readonly fold: number;
  /** A quotation is certain whatever the calibration. */
  readonly isQuotation: boolean;
}

const FOLDS = 5;
const BINS = 10;
const EVEN = 0.5;

/**
 * Fits the chance that a claim is supported to a user's own claims, and says by five folds what that does to claims that had no part
 * in it. @throws FaultlineError `invalid-request` where the claims cannot teach it; the signal's reason.
 */
export async function calibrateScore(
  { data, claims }: CalibrationClaims,
  options: CalibrateOptions,
  signal: AbortSignal,
): Promise<CalibratedScore> {
  const measured = await measure(claims, options, signal);
  const before = figuresOf(measured, EVEN);
  const moved = Array.from({ length: FOLDS }, (_, fold) => {
    const curve = fitCurve(teaching(measured.filter((one) => one.fold !== fold)));
    return measured
      .filter((one) => one.fold === fold)
      .map(({ isQuotation, score, isSupported }) => {
        const after = isQuotation ? score : calibrateChance(score, curve);
        return { score: after, isSupported, isTaken: isQuotation || after >= curve.threshold };
      });
  }).flat();
  const by = options.crossEncoder === 'off' ? 'words' : 'reading';
  const after = figuresOf(moved, EVEN);
  const calibration: Calibration = {
    format: 'faultline-calibration-1',
    program: options.program,
    at: new Date(options.at).toISOString(),
    data,
    claims: claims.length,
    supported: claims.filter(({ isSupported }) => isSupported).length,
    by,
    base: supportDigest(by),
    ...fitCurve(teaching(measured)),
    before,
    // Each fold has a threshold of its own, so what was taken counts and no score is held against one for all.
    after: { ...after, balancedAccuracy: takenAccuracy(moved) },
  };
  return { calibration, doubtful: measured.filter((one) => one.isQuotation && !one.isSupported).map(({ place }) => place) };
}

async function measure(
  claims: readonly CalibrationClaim[],
  options: CalibrateOptions,
  signal: AbortSignal,
): Promise<readonly MeasuredClaim[]> {
  const checking = openChecking(options);
  const measured: MeasuredClaim[] = [];
  for (const { place, claim, sources, isSupported } of claims) {
    const request = { claims: [{ text: claim }], sources: sources.map((text, at) => ({ id: `source ${at + 1}`, text })) };
    const [one] = (await measureClaims(checking, request, signal)).measured;
    const score = one?.support === undefined ? 1 : supportChance(one.support.features, one.reading);
    // One claim over several sources is learnt from and tried in one fold.
    const fold = Number.parseInt(sha256(claim).slice(0, 8), 16) % FOLDS;
    measured.push({ place, score, isSupported, fold, isQuotation: one?.support === undefined });
    options.onProgress(measured.length);
  }
  return measured;
}

function teaching(measured: readonly MeasuredClaim[]): readonly ScoredClaim[] {
  const taught = measured.filter(({ isQuotation }) => !isQuotation);
  const supported = taught.filter(({ isSupported }) => isSupported).length;
  if (supported === 0 || supported === taught.length)
    throw new FaultlineError(
      'invalid-request',
      'But for quotations, which are certain, the claims bear one label alone: add claims in other words than their sources, of both kinds.',
    );
  return taught;
}

function figuresOf(claims: readonly ScoredClaim[], threshold: number): CalibrationFigures {
  return {
    balancedAccuracy: balancedAccuracy(claims, threshold) ?? 0,
    auroc: auroc(claims) ?? 0,
    calibrationError: calibrationError(claims, BINS) ?? 0,
  };
}

function takenAccuracy(claims: readonly { readonly isSupported: boolean; readonly isTaken: boolean }[]): number {
  const scored = claims.map(({ isSupported, isTaken }) => ({ isSupported, score: Number(isTaken) }));
  return balancedAccuracy(scored, EVEN) ?? 0;
}
