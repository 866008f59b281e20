/** A claim as a detector scores it, from 0 to 1, and whether it is supported in truth. */
export interface ScoredClaim {
  readonly score: number;
  readonly isSupported: boolean;
}

/**
 * Area under the receiver operating characteristic: how often a supported claim scores higher than one that is not, ties counting
 * half (Mann and Whitney, 1947). From 0 to 1; undefined where claims of one kind are missing.
 */
export function auroc(claims: readonly ScoredClaim[]): number | undefined {
  const [supported, others] = apart(claims);
  if (supported.length === 0 || others.length === 0) return undefined;
  // By ranks, since pairs are the square: a place that several scores share is the mean of theirs.
  const ordered = [...claims].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < ordered.length; ) {
    let to = from + 1;
    while (to < ordered.length && ordered[to]?.score === ordered[from]?.score) to += 1;
    rankSum += ((from + 1 + to) / 2) * ordered.slice(from, to).filter(({ isSupported }) => isSupported).length;
    from = to;
  }
  return (rankSum - (supported.length * (supported.length + 1)) / 2) / (supported.length * others.length);
}

/** Mean of the shares of supported claims that score at least the threshold and of the others that score less. From 0 to 1; undefined as above. */
export function balancedAccuracy(claims: readonly ScoredClaim[], threshold: number): number | undefined {
  const [supported, others] = apart(claims);
  if (supported.length === 0 || others.length === 0) return undefined;
  const above = (scores: readonly number[]) => scores.filter((score) => score >= threshold).length / scores.length;
  return (above(supported) + 1 - above(others)) / 2;
}

/**
 * Expected calibration error: difference of mean score and share of supported claims, over bins of equal width, weighed by their
 * claims (Guo et al., 2017). From 0 to 1; undefined without claims.
 */
export function calibrationError(claims: readonly ScoredClaim[], bins: number): number | undefined {
  if (claims.length === 0) return undefined;
  const binOf = ({ score }: ScoredClaim) => Math.min(bins - 1, Math.floor(score * bins));
  const inBin = (bin: number) => claims.filter((claim) => binOf(claim) === bin);
  return Array.from({ length: bins }, (_, bin) => inBin(bin)).reduce((sum, own) => {
    const score = own.reduce((total, claim) => total + claim.score, 0);
    return sum + Math.abs(score - own.filter(({ isSupported }) => isSupported).length) / claims.length;
  }, 0);
}

function apart(claims: readonly ScoredClaim[]): readonly [readonly number[], readonly number[]] {
  const of = (wanted: boolean) => claims.filter(({ isSupported }) => isSupported === wanted).map(({ score }) => score);
  return [of(true), of(false)];
}
