import { headerFeatures } from './header-features.ts';
import { HEADER_FIELD_NAMES, type HeaderField } from './header-fields.ts';
import { HEADER_WEIGHTS } from './header-weights.data.ts';

/** What a header may name, and how likely that is, from 0 to 1. */
export interface LikelyField {
  readonly field: HeaderField;
  readonly chance: number;
}

/** Weights stand in hundredths. */
const HUNDREDTHS = 100;
/** Of every header, whatever stands in it. */
export const ANY_HEADER = '*';

let held: ReadonlyMap<string, readonly (readonly [field: number, weight: number])[]> | undefined;

/**
 * What the header of a log's column may name, the likeliest first (multinomial logistic regression over pieces of words, learnt by
 * `tools/fit-header-fields.ts`). Chances sum to one over all fields; what a header names that no field is for, they do not tell.
 */
export function likelyFields(header: string): readonly LikelyField[] {
  held ??= readWeights(HEADER_WEIGHTS);
  return chancesOf(header, held);
}

/** @internal The same by other weights. */
export function chancesOf(header: string, weights: NonNullable<typeof held>): readonly LikelyField[] {
  const scores = HEADER_FIELD_NAMES.map(() => 0);
  for (const feature of [ANY_HEADER, ...headerFeatures(header)])
    for (const [field, weight] of weights.get(feature) ?? []) scores[field] = (scores[field] ?? 0) + weight / HUNDREDTHS;
  const largest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - largest));
  const sum = raised.reduce((total, one) => total + one, 0);
  return HEADER_FIELD_NAMES.map((field, at) => ({ field, chance: (raised[at] ?? 0) / sum })).sort(
    (a, b) => b.chance - a.chance || (a.field < b.field ? -1 : 1),
  );
}

/** `feature place:weight,place:weight;…`: for each field its place among the fields; lines may break behind a semicolon. */
export function readWeights(text: string): NonNullable<typeof held> {
  return new Map(
    text
      .split(/;\n?/)
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [feature = '', weights = ''] = entry.trim().split(' ');
        const pairs = weights.split(',').map((pair): [number, number] => {
          const [field, weight] = pair.split(':').map(Number);
          return [field ?? 0, weight ?? 0];
        });
        return [feature, pairs];
      }),
  );
}
