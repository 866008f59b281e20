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
  let lists = Array.from({ length: labels }, (_, label): readonly Reached[] => [{ score: scores[label] ?? 0, label }]);
  let sums = Array.from({ length: labels }, (_, label) => scores[label] ?? 0);
  for (let place = 1; place < length; place += 1) {
    const own = (to: number) => scores[place * labels + to] ?? 0;
    const step = (from: number, to: number) => steps[from * labels + to] ?? 0;
    const before = lists;
    lists = before.map((_, to) => {
      const more = (from: number) => step(from, to) + own(to);
      return likeliestOf(before, more, most).map(({ one, score }): Reached => ({ score, label: to, before: one }));
    });
    const reached = sums;
    sums = reached.map((_, to) => sumOfRaised(reached.map((sum, from) => sum + step(from, to))) + own(to));
  }
  const whole = sumOfRaised(sums);
  return likeliestOf(lists, () => 0, most).map(({ one, score }) => ({ labels: labelsOf(one), chance: Math.exp(score - whole) }));
}

/** The first of lists that each are in order, with what is added to all of a list; ties in the order of the lists. */
function likeliestOf(
  lists: readonly (readonly Reached[])[],
  more: (list: number) => number,
  most: number,
): readonly { readonly one: Reached; readonly score: number }[] {
  const added = lists.map((_, list) => more(list));
  const taken = lists.map(() => 0);
  const found: { one: Reached; score: number }[] = [];
  while (found.length < most) {
    let best: { one: Reached; score: number; list: number } | undefined;
    for (const [list, ordered] of lists.entries()) {
      const one = ordered[taken[list] ?? 0];
      const score = (one?.score ?? 0) + (added[list] ?? 0);
      if (one !== undefined && (best === undefined || score > best.score)) best = { one, score, list };
    }
    if (best === undefined) break;
    taken[best.list] = (taken[best.list] ?? 0) + 1;
    found.push(best);
  }
  return found;
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
