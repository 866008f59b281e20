import type { RankablePassage } from '../../kernel/index.ts';

interface Features {
  readonly passage: Pick<RankablePassage, 'kind' | 'tokens' | 'age'>;
  readonly coverage: number;
  readonly cosine?: number;
}

/** Fused ranks give about 0.016 for one first place; a passage that speaks of all that is asked gains as much as one. */
const COVERAGE = 0.016;
/**
 * Cosine is above 0.3 for one in a hundred unrelated pairs: only what lies above it counts. It weighs most, because it alone is
 * fair between languages: ranks and words prefer passages in the question's own.
 */
const COSINE = { weight: 0.06, floor: 0.3 };
/** A text that names a code that is asked for gains a first place; rows of a log name it without saying what it is. */
const CODE = 0.016;
/** A title says where something is treated, seldom what is so. */
const HEADING = 0.6;
/** A revision that another one replaced stays findable behind the valid one. */
const SUPERSEDED = 0.5;

/** Final score of a fused passage from what can be seen in it alone; `codes` are those asked for, as tokens. Pure, so the same on every store. */
export function adjustScore(fused: number, features: Features | undefined, codes: ReadonlySet<string>): number {
  if (features === undefined) return fused;
  const { passage, coverage, cosine = 0 } = features;
  const near = Math.max(0, cosine - COSINE.floor) / (1 - COSINE.floor);
  const isNamed = passage.kind !== 'log-entry' && passage.tokens.some((token) => codes.has(token));
  const score = fused + (isNamed ? CODE : 0) + COVERAGE * coverage + COSINE.weight * near;
  return score * (passage.kind === 'heading' ? HEADING : 1) * (passage.age > 0 ? SUPERSEDED : 1);
}
