import { GrowingWeights, type Pace } from './growing-weights.ts';
import { type LearnedWeights, roundWeights } from './learned-weights.ts';
import { seededOrder } from './seeded-order.ts';
import { softmax } from './softmax.ts';

/** Something to choose among: the features of each choice, and which one people chose. */
export interface ChoiceSample {
  readonly choices: readonly (readonly number[])[];
  readonly chosen: number;
}

export interface ChooserSettings {
  readonly pace: Pace;
  readonly rounds: number;
  readonly seed: number;
  /** Weights are cut at this. */
  readonly limit: number;
}

/** A choice this sure teaches nothing more. */
const NEGLIGIBLE = 0.001;

/**
 * Weights by which the chosen one of some choices is likeliest (a conditional logit). Samples are taken in an order that the seed
 * decides, so equal samples give equal weights.
 */
export function fitChooser(samples: readonly ChoiceSample[], { pace, rounds, seed, limit }: ChooserSettings): LearnedWeights {
  const weights = new GrowingWeights(pace);
  const placed = samples.map(({ choices, chosen }) => ({
    chosen,
    choices: choices.map((keys) => Uint32Array.from(keys, (key) => weights.place(key))),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const at of seededOrder(placed.length, seed + round)) {
      const sample = placed[at];
      if (sample === undefined) continue;
      const chances = softmax(sample.choices.map((places) => places.reduce((sum, place) => sum + weights.at(place), 0)));
      sample.choices.forEach((places, choice) => {
        const slope = (chances[choice] ?? 0) - (choice === sample.chosen ? 1 : 0);
        if (Math.abs(slope) < NEGLIGIBLE) return;
        for (const place of places) weights.follow(place, slope);
      });
    }
  }
  return roundWeights(weights.entries(), limit);
}
