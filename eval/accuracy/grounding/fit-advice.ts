import { ADVICE_FEATURES, type AdviceFeature, adviceFeatures } from '../../../answering/index.ts';
import type { ClaimReading } from '../../../kernel/index.ts';
import { type ChanceSample, chanceOf, fitChances } from '../field/fit-chances.ts';

/** A claim with its chance by weights that it had no part in, and what a language model says of it. */
export interface AdvisedClaim {
  readonly chance: number;
  readonly advice: ClaimReading;
  readonly isSupported: boolean;
  readonly fold: number;
}

export interface AdviceFit<Claim> {
  readonly weights: Readonly<Record<AdviceFeature | 'bias', number>>;
  /** Each claim with its chance by weights of the other folds. */
  readonly held: readonly { readonly claim: Claim; readonly score: number }[];
}

const PENALTY = 0.01;

/** Learns what the opinion of a language model counts beside the chance that a claim had; supported claims count as much as others. */
export function fitAdvice<Claim extends AdvisedClaim>(claims: readonly Claim[]): AdviceFit<Claim> {
  const weights = learn(claims);
  const folds = new Set(claims.map(({ fold }) => fold));
  return {
    weights: Object.fromEntries([...ADVICE_FEATURES, 'bias'].map((name, at) => [name, weights[at] ?? 0])) as AdviceFit<Claim>['weights'],
    held: [...folds].flatMap((fold) => {
      const others = learn(claims.filter((one) => one.fold !== fold));
      return claims.filter((one) => one.fold === fold).map((claim) => ({ claim, score: chanceOf(rowOf(claim), others) }));
    }),
  };
}

function learn(claims: readonly AdvisedClaim[]): Float64Array {
  const supported = claims.filter(({ isSupported }) => isSupported).length;
  const samples = claims.map(
    (one): ChanceSample => ({
      row: rowOf(one),
      answers: Number(one.isSupported),
      counts: 1 / Math.max(1, one.isSupported ? supported : claims.length - supported),
    }),
  );
  return fitChances(samples, ADVICE_FEATURES.length, PENALTY);
}

function rowOf({ chance, advice }: AdvisedClaim): Float64Array {
  const features = adviceFeatures(chance, advice);
  return Float64Array.from(ADVICE_FEATURES, (name) => features[name]);
}
