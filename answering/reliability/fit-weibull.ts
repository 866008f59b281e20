/** A time to failure, or one after which a thing still ran (`isCensored`); any unit, above 0. */
export interface Lifetime {
  readonly time: number;
  readonly isCensored: boolean;
}

/** An estimate with its interval of 95 %. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shape (below 1 failures become rarer, above 1 things wear out) and scale (the time by which 63.2 % have failed), in the unit given. */
export interface WeibullFit {
  readonly shape: Estimate;
  readonly scale: Estimate;
}

const FEWEST_FAILURES = 3;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;
const NARROW = 1e-12;
const [LEAST_SHAPE, MOST_SHAPE] = [1e-3, 1e3];

/**
 * Fits a Weibull distribution by maximum likelihood, censored times included (Meeker and Escobar, Statistical Methods for Reliability
 * Data, 1998, ch. 8). Intervals are of the normal approximation for the logarithms, from the observed information. Undefined with fewer
 * than three failures, or where all failed at one time.
 */
export function fitWeibull(lifetimes: readonly Lifetime[]): WeibullFit | undefined {
  const used = lifetimes.filter(({ time }) => time > 0 && Number.isFinite(time));
  const failed = used.filter(({ isCensored }) => !isCensored).map(({ time }) => time);
  if (failed.length < FEWEST_FAILURES || new Set(failed).size < 2) return undefined;
  // Times are taken in parts of the longest, so that no power of them overflows.
  const unit = Math.max(...used.map(({ time }) => time));
  const logs = used.map(({ time }) => Math.log(time / unit));
  const meanLog = failed.reduce((sum, time) => sum + Math.log(time / unit), 0) / failed.length;
  const score = (shape: number): number => {
    const { zero, one } = powers(logs, shape);
    return one / zero - 1 / shape - meanLog;
  };
  const shape = rootOf(score);
  const logScale = Math.log(powers(logs, shape).zero / failed.length) / shape;
  const [shapeError, scaleError] = errorsOf(logs, shape, logScale, failed.length);
  return { shape: interval(shape, shapeError), scale: interval(unit * Math.exp(logScale), scaleError) };
}

/** Sums of the k-th power of ln t times t to the shape. */
function powers(logs: readonly number[], shape: number): { readonly zero: number; readonly one: number } {
  let [zero, one] = [0, 0];
  for (const log of logs) {
    const power = Math.exp(shape * log);
    zero += power;
    one += power * log;
  }
  return { zero, one };
}

/** The score rises with the shape from below 0 to above it; halving on the logarithm finds where it is 0. */
function rootOf(score: (shape: number) => number): number {
  let [low, high] = [LEAST_SHAPE, MOST_SHAPE];
  while (high / low - 1 > NARROW) {
    const middle = Math.sqrt(low * high);
    if (middle <= low || middle >= high) break;
    if (score(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** Standard errors of ln shape and ln scale, from the observed information at the maximum. */
function errorsOf(logs: readonly number[], shape: number, logScale: number, failures: number): readonly [number, number] {
  // With z = shape (ln t − ln scale): the likelihood is a sum of z + ln shape over failures, less e^z over all.
  let [ones, squares] = [0, 0];
  for (const log of logs) {
    const z = shape * (log - logScale);
    ones += z * Math.exp(z);
    squares += z * (1 + z) * Math.exp(z);
  }
  let linear = 0;
  for (const log of logs) linear += Math.exp(shape * (log - logScale));
  // Second derivatives, with the sign turned; the sum of z over failures drops out by the score being 0.
  const ofShape = squares - (ones - failures);
  const ofScale = shape * shape * linear;
  const mixed = -shape * ones;
  const determinant = ofShape * ofScale - mixed * mixed;
  return [Math.sqrt(ofScale / determinant), Math.sqrt(ofShape / determinant)];
}

function interval(value: number, errorOfLog: number): Estimate {
  const factor = Math.exp(Z * errorOfLog);
  return { value, low: value / factor, high: value * factor };
}
