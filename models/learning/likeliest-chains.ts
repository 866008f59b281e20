/** Labels at all places, and how likely they are together, from 0 to 1. */
export interface LikelyChain {
  readonly labels: readonly number[];
  readonly chance: number;
}

interface Reached {
  readonly score: number;
  readonly label: number;
  readonly before?: Reached;
}

/**
 * The likeliest chains of labels, likeliest first, ties in the order of their labels (list Viterbi, Seshadri & Sundberg 1994). Scores are
 * those of `chainChances`: of labels at places (`place * labels + label`) and of steps (`from * labels + to`).
 */
export function likeliestChains(scores: Float64Array, steps: Float64Array, labels: number, most: number): readonly LikelyChain[] {
  const length = scores.length / labels;
  if (length === 0) return [];
  const likelier = (one: Reached, other: Reached) => other.score - one.score || one.label - other.label;
  let lists = Array.from({ length: labels }, (_, label): readonly Reached[] => [{ score: scores[label] ?? 0, label }]);
  let sums = Array.from({ length: labels }, (_, label) => scores[label] ?? 0);
  for (let place = 1; place < length; place += 1) {
    const own = (to: number) => scores[place * labels + to] ?? 0;
    const step = (from: number, to: number) => steps[from * labels + to] ?? 0;
    const before = lists;
    lists = before.map((_, to) =>
      before
        .flatMap((list, from) => list.map((one): Reached => ({ score: one.score + step(from, to) + own(to), label: to, before: one })))
        .sort(likelier)
        .slice(0, most),
    );
    const reached = sums;
    sums = reached.map((_, to) => sumOfRaised(reached.map((sum, from) => sum + step(from, to))) + own(to));
  }
  const whole = sumOfRaised(sums);
  return lists
    .flat()
    .sort(likelier)
    .slice(0, most)
    .map((last) => ({ labels: labelsOf(last), chance: Math.exp(last.score - whole) }));
}

function labelsOf(last: Reached): readonly number[] {
  const labels: number[] = [];
  for (let one: Reached | undefined = last; one !== undefined; one = one.before) labels.unshift(one.label);
  return labels;
}

/** The logarithm of the sum of what the numbers are logarithms of. */
function sumOfRaised(numbers: readonly number[]): number {
  const largest = Math.max(...numbers);
  return largest + Math.log(numbers.reduce((sum, one) => sum + Math.exp(one - largest), 0));
}
