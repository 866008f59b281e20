import type { RankablePassage } from '../../kernel/index.ts';
import { WEIGHTS } from '../weights.ts';

interface Features {
  readonly passage: Pick<RankablePassage, 'kind' | 'tokens' | 'age'>;
  readonly coverage: number;
  readonly cosine?: number;
}

/** Final score of a fused passage from what can be seen in it alone; `codes` are those asked for, as tokens. Pure, so the same on every store. */
export function adjustScore(fused: number, features: Features | undefined, codes: ReadonlySet<string>): number {
  if (features === undefined) return fused;
  const { passage, coverage, cosine = 0 } = features;
  const near = Math.max(0, cosine - WEIGHTS.cosine.floor) / (1 - WEIGHTS.cosine.floor);
  const isNamed = passage.kind !== 'log-entry' && passage.tokens.some((token) => codes.has(token));
  const score = fused + (isNamed ? WEIGHTS.code : 0) + WEIGHTS.coverage * coverage + WEIGHTS.cosine.weight * near;
  return score * (passage.kind === 'heading' ? WEIGHTS.heading : 1) * (passage.age > 0 ? WEIGHTS.superseded : 1);
}
