import { chainChances } from './chain.ts';
import { GrowingWeights, type Pace } from './growing-weights.ts';
import { hashFeature } from './hash-feature.ts';
import { type LearnedWeights, roundWeights } from './learned-weights.ts';
import { seededOrder } from './seeded-order.ts';

/** A chain: features of each place, and the label that people gave it. */
export interface ChainSample {
  readonly places: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

export interface ChainSettings {
  readonly pace: Pace;
  readonly rounds: number;
  readonly seed: number;
  /** Weights are cut at this. */
  readonly limit: number;
}

/** The feature of a step from a label. */
export function stepKey(from: number): number {
  return hashFeature(`step from ${from}`);
}

/** Weights of a conditional random field over chains: of features with labels, and of steps from label to label. */
export function fitChain(samples: readonly ChainSample[], labels: number, { pace, rounds, seed, limit }: ChainSettings): LearnedWeights {
  const weights = new GrowingWeights(pace, labels);
  const stepPlaces = Array.from({ length: labels }, (_, from) => weights.place(stepKey(from)));
  const placed = samples.map((sample) => ({
    labels: sample.labels,
    places: sample.places.map((keys) => Uint32Array.from(keys, (key) => weights.place(key))),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const at of seededOrder(placed.length, seed + round)) {
      const sample = placed[at];
      if (sample !== undefined) learn(sample, stepPlaces, labels, weights);
    }
  }
  return roundWeights(weights.entries(), limit);
}

function learn(
  sample: { readonly labels: readonly number[]; readonly places: readonly Uint32Array[] },
  stepPlaces: readonly number[],
  labels: number,
  weights: GrowingWeights,
): void {
  const scores = new Float64Array(sample.places.length * labels);
  sample.places.forEach((features, place) => {
    for (const feature of features)
      for (let label = 0; label < labels; label += 1)
        scores[place * labels + label] = (scores[place * labels + label] ?? 0) + weights.at(feature + label);
  });
  const steps = new Float64Array(labels * labels);
  stepPlaces.forEach((start, from) => {
    for (let to = 0; to < labels; to += 1) steps[from * labels + to] = weights.at(start + to);
  });
  const chances = chainChances(scores, steps, labels);
  sample.places.forEach((features, place) => {
    for (let label = 0; label < labels; label += 1) {
      const slope = (chances.at[place * labels + label] ?? 0) - (sample.labels[place] === label ? 1 : 0);
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      for (const feature of features) weights.follow(feature + label, slope);
    }
  });
  for (let place = 0; place + 1 < sample.places.length; place += 1) {
    for (let from = 0; from < labels; from += 1)
      for (let to = 0; to < labels; to += 1) {
        const gold = sample.labels[place] === from && sample.labels[place + 1] === to ? 1 : 0;
        const slope = (chances.step[(place * labels + from) * labels + to] ?? 0) - gold;
        if (Math.abs(slope) >= NEGLIGIBLE) weights.follow((stepPlaces[from] ?? 0) + to, slope);
      }
  }
}

/** A label this sure teaches nothing more. */
const NEGLIGIBLE = 0.001;
