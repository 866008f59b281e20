/** Of Adam (Kingma and Ba 2015). */
const MOMENTS = { first: 0.9, second: 0.999, least: 1e-8 };

/**
 * Weights at which a loss is least, by steps down its slope (Adam). Starts at zero and draws nothing, so that equal slopes give equal
 * weights. `slopeAt` gives the slope at some weights, one number a weight.
 */
export function descend(
  size: number,
  { rounds, step }: { readonly rounds: number; readonly step: number },
  slopeAt: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    slopeAt(weights).forEach((slope, at) => {
      const mean = MOMENTS.first * (first[at] ?? 0) + (1 - MOMENTS.first) * slope;
      const square = MOMENTS.second * (second[at] ?? 0) + (1 - MOMENTS.second) * slope * slope;
      first[at] = mean;
      second[at] = square;
      const [unbiased, spread] = [mean / (1 - MOMENTS.first ** round), square / (1 - MOMENTS.second ** round)];
      weights[at] = (weights[at] ?? 0) - (step * unbiased) / (Math.sqrt(spread) + MOMENTS.least);
    });
  }
  return weights;
}
