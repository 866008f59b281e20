import { joinHashes } from './hash-feature.ts';

/** How a weight follows its slopes (FTRL-proximal, McMahan et al. 2013): step, how weak evidence is held at nothing, how all shrink. */
export interface Pace {
  readonly step: number;
  readonly sparse: number;
  readonly shrink: number;
}

const START = 1 << 16;

/**
 * Weights that grow as features are met while learning. A weight stays exactly nothing until the evidence for it outweighs
 * `sparse`, so that what is kept in the end is small.
 */
export class GrowingWeights {
  private readonly places = new Map<number, number>();
  private sums = new Float64Array(START);
  private squares = new Float64Array(START);
  private values = new Float64Array(START);

  private readonly pace: Pace;
  private readonly width: number;
  private used = 0;

  /** `width` weights stand side by side for each feature, one a label. */
  constructor(pace: Pace, width = 1) {
    this.pace = pace;
    this.width = width;
  }

  /** Where the first weight of a feature stands; new ones begin at nothing. */
  place(key: number): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.used;
    this.used += this.width;
    while (this.used > this.values.length) {
      this.sums = doubled(this.sums);
      this.squares = doubled(this.squares);
      this.values = doubled(this.values);
    }
    this.places.set(key, place);
    return place;
  }

  at(place: number): number {
    return this.values[place] ?? 0;
  }

  /** Follows the slope of the loss at one weight. */
  follow(place: number, slope: number): void {
    if (slope === 0) return;
    const { step, sparse, shrink } = this.pace;
    const before = this.squares[place] ?? 0;
    const square = before + slope * slope;
    const rate = (Math.sqrt(square) - Math.sqrt(before)) / step;
    const sum = (this.sums[place] ?? 0) + slope - rate * (this.values[place] ?? 0);
    this.sums[place] = sum;
    this.squares[place] = square;
    this.values[place] = Math.abs(sum) <= sparse ? 0 : (Math.sign(sum) * sparse - sum) / ((1 + Math.sqrt(square)) / step + shrink);
  }

  /** The weights that are not nothing, by feature; with several a feature, by feature and label. */
  *entries(): Iterable<readonly [key: number, weight: number]> {
    for (const [key, place] of this.places) {
      for (let label = 0; label < this.width; label += 1) {
        const weight = this.values[place + label] ?? 0;
        if (weight !== 0) yield [this.width === 1 ? key : joinHashes(key, label), weight];
      }
    }
  }
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(values.length * 2);
  longer.set(values);
  return longer;
}
