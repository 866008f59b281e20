/** Chances of labels along a chain: of each label at each place, and of each pair of labels at each step. */
export interface ChainChances {
  /** `at[place * labels + label]`. */
  readonly at: Float64Array;
  /** `step[(place * labels + from) * labels + to]`, of the step from a place to the next. */
  readonly step: Float64Array;
}

/**
 * Chances under scores of labels at places (`place * labels + label`) and of steps (`from * labels + to`), by going forward and back
 * with sums put to one at each place.
 */
export function chainChances(scores: Float64Array, steps: Float64Array, labels: number): ChainChances {
  const length = scores.length / labels;
  const raised = raise(scores, labels);
  const moves = steps.map((score) => Math.exp(score));
  const forward = new Float64Array(scores.length);
  const back = new Float64Array(scores.length).fill(1);
  for (let place = 0; place < length; place += 1) {
    let sum = 0;
    for (let to = 0; to < labels; to += 1) {
      let reached = place === 0 ? 1 : 0;
      if (place > 0)
        for (let from = 0; from < labels; from += 1)
          reached += (forward[(place - 1) * labels + from] ?? 0) * (moves[from * labels + to] ?? 0);
      const value = reached * (raised[place * labels + to] ?? 0);
      forward[place * labels + to] = value;
      sum += value;
    }
    for (let to = 0; to < labels; to += 1) forward[place * labels + to] = (forward[place * labels + to] ?? 0) / sum;
  }
  for (let place = length - 2; place >= 0; place -= 1) {
    let sum = 0;
    for (let from = 0; from < labels; from += 1) {
      let reached = 0;
      for (let to = 0; to < labels; to += 1) {
        const next = (place + 1) * labels + to;
        reached += (moves[from * labels + to] ?? 0) * (raised[next] ?? 0) * (back[next] ?? 0);
      }
      back[place * labels + from] = reached;
      sum += reached;
    }
    for (let from = 0; from < labels; from += 1) back[place * labels + from] = (back[place * labels + from] ?? 0) / sum;
  }
  const at = forward.map((value, index) => value * (back[index] ?? 0));
  for (let place = 0; place < length; place += 1) toOne(at, place * labels, labels);
  const step = new Float64Array(Math.max(0, length - 1) * labels * labels);
  for (let place = 0; place + 1 < length; place += 1) {
    for (let from = 0; from < labels; from += 1)
      for (let to = 0; to < labels; to += 1) {
        const next = (place + 1) * labels + to;
        step[(place * labels + from) * labels + to] =
          (forward[place * labels + from] ?? 0) * (moves[from * labels + to] ?? 0) * (raised[next] ?? 0) * (back[next] ?? 0);
      }
    toOne(step, place * labels * labels, labels * labels);
  }
  return { at, step };
}

/** The likeliest labels together (Viterbi). */
export function likeliestChain(scores: Float64Array, steps: Float64Array, labels: number): number[] {
  const length = scores.length / labels;
  const best = Float64Array.from(scores);
  const from = new Int32Array(scores.length);
  for (let place = 1; place < length; place += 1) {
    for (let to = 0; to < labels; to += 1) {
      let [most, origin] = [Number.NEGATIVE_INFINITY, 0];
      for (let before = 0; before < labels; before += 1) {
        const reached = (best[(place - 1) * labels + before] ?? 0) + (steps[before * labels + to] ?? 0);
        if (reached > most) [most, origin] = [reached, before];
      }
      best[place * labels + to] = most + (scores[place * labels + to] ?? 0);
      from[place * labels + to] = origin;
    }
  }
  const chain: number[] = [];
  if (length === 0) return chain;
  const last = best.subarray((length - 1) * labels);
  let label = last.indexOf(Math.max(...last));
  for (let place = length - 1; place >= 0; place -= 1) {
    chain.unshift(label);
    label = from[place * labels + label] ?? 0;
  }
  return chain;
}

function raise(scores: Float64Array, labels: number): Float64Array {
  const raised = new Float64Array(scores.length);
  for (let start = 0; start < scores.length; start += labels) {
    const largest = Math.max(...scores.subarray(start, start + labels));
    for (let at = start; at < start + labels; at += 1) raised[at] = Math.exp((scores[at] ?? 0) - largest);
  }
  return raised;
}

function toOne(values: Float64Array, start: number, count: number): void {
  let sum = 0;
  for (let at = start; at < start + count; at += 1) sum += values[at] ?? 0;
  for (let at = start; at < start + count; at += 1) values[at] = (values[at] ?? 0) / sum;
}
