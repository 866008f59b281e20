import { canonicalJson, sha256 } from '../../../kernel/index.ts';
import { WEIGHTS } from '../../weights.ts';

/** How a site's own labelled claims move the chance that a claim is supported: a logistic curve over its log odds (Platt, 1999). */
export interface ChanceCalibration {
  /** Above 0: claims keep their order. */
  readonly slope: number;
  readonly offset: number;
  /** Chance, after the move, from which a claim of others is supported; from 0 to 1. */
  readonly threshold: number;
}

/** Chances nearer than this to 0 and 1 tell no more. */
const SUREST = 1e-6;

/** Natural logarithm of the odds of a chance, finite for 0 and 1 too. */
export function chanceOdds(chance: number): number {
  const kept = Math.min(1 - SUREST, Math.max(SUREST, chance));
  return Math.log(kept / (1 - kept));
}

/** The chance as a calibration moves it, from 0 to 1; without one as it is. */
export function calibrateChance(chance: number, calibration: Pick<ChanceCalibration, 'slope' | 'offset'> | undefined): number {
  if (calibration === undefined) return chance;
  return 1 / (1 + Math.exp(-(calibration.slope * chanceOdds(chance) + calibration.offset)));
}

/** Digest of the weights that make the chance which a calibration moves: over others it would mean something else. */
export function supportDigest(by: 'words' | 'reading'): string {
  return sha256(canonicalJson(by === 'words' ? WEIGHTS.support.features : WEIGHTS.support.read));
}
