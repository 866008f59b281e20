import { type ChanceCalibration, chanceOdds } from '../../answering/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { ScoredClaim } from '../metrics/detector-metrics.ts';

const MOST_ROUNDS = 100;
const NARROW = 1e-10;
/** Keeps a step finite where claims lie so that the curve is nearly flat. */
const DAMPING = 1e-9;

/**
 * A logistic curve over the log odds of scores, by Newton's method, with the targets that keep few claims from being taken for all
 * (Platt, 1999). The threshold is the share of supported claims: above it a claim is likelier supported than claims are at large,
 * so that balanced accuracy is highest where the curve holds.
 * @throws FaultlineError `invalid-request` where supported claims score no higher than others: no curve makes that right.
 */
export function fitCurve(claims: readonly ScoredClaim[]): ChanceCalibration {
  const supported = claims.filter(({ isSupported }) => isSupported).length;
  const targets = { supported: (supported + 1) / (supported + 2), other: 1 / (claims.length - supported + 2) };
  const points = claims.map(({ score, isSupported }) => ({
    odds: chanceOdds(score),
    target: isSupported ? targets.supported : targets.other,
  }));
  let curve = { slope: 1, offset: 0 };
  let loss = lossOf(points, curve);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const step = newtonStep(points, curve);
    // A whole step may lead past the lowest place, from where the next goes farther off.
    let [next, nextLoss, share] = [curve, Number.POSITIVE_INFINITY, 1];
    for (; !(nextLoss < loss) && share > NARROW; share /= 2) {
      next = { slope: curve.slope - share * step.slope, offset: curve.offset - share * step.offset };
      nextLoss = lossOf(points, next);
    }
    if (!(nextLoss < loss)) break;
    [curve, loss] = [next, nextLoss];
  }
  const { slope, offset } = curve;
  if (!(slope > 0 && Number.isFinite(slope) && Number.isFinite(offset)))
    throw new FaultlineError(
      'invalid-request',
      'Claims labelled as supported score no higher than the others: look whether labels are turned round, or sources stand with other claims.',
    );
  return { slope, offset, threshold: supported / claims.length };
}

interface Point {
  readonly odds: number;
  readonly target: number;
}

interface Curve {
  readonly slope: number;
  readonly offset: number;
}

/** Cross-entropy of targets and curve, in a form that stays finite far out. */
function lossOf(points: readonly Point[], { slope, offset }: Curve): number {
  return points.reduce((sum, { odds, target }) => {
    const logit = slope * odds + offset;
    return sum + Math.max(logit, 0) - target * logit + Math.log1p(Math.exp(-Math.abs(logit)));
  }, 0);
}

/** Inverse of the matrix of second derivatives times the slope of the cross-entropy. */
function newtonStep(points: readonly Point[], { slope, offset }: Curve): Curve {
  let [bySlope, byOffset, slopes, both, offsets] = [0, 0, DAMPING, 0, DAMPING];
  for (const { odds, target } of points) {
    const chance = 1 / (1 + Math.exp(-(slope * odds + offset)));
    const [excess, spread] = [chance - target, chance * (1 - chance)];
    bySlope += excess * odds;
    byOffset += excess;
    slopes += spread * odds * odds;
    both += spread * odds;
    offsets += spread;
  }
  const determinant = slopes * offsets - both * both;
  return {
    slope: (offsets * bySlope - both * byOffset) / determinant,
    offset: (slopes * byOffset - both * bySlope) / determinant,
  };
}
