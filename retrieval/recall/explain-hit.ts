import type { Leg } from '../leg-ranks.ts';
import type { Ranked } from './rank-part.ts';
import { RANKING_FEATURES, type RankingFeature, type RankingFeatures } from './ranking-features.ts';

/** Why a hit stands where it stands. */
export interface ExplainedHit {
  /**
   * What each leg measures of it, also where the leg did not find it among its candidates: asked codes that it names, BM25, the
   * cosine, the share of the walk of the graph. A leg that knows nothing of it is left out.
   */
  readonly scores: readonly { readonly leg: Leg; readonly score: number }[];
  /** What the score is the sum of (`reading`: by the cross-encoder), each value times its weight; those without a value are left out, what counts most first. */
  readonly parts: readonly { readonly feature: RankingFeature | 'reading'; readonly value: number; readonly weight: number }[];
}

export function explainHit(
  { codes, bm25, cosine, walk, features, reading = 0 }: Omit<Ranked, 'passage' | 'score' | 'legs'> & { readonly reading?: number },
  weights: RankingFeatures & { readonly reading: number },
): ExplainedHit {
  const measured: readonly (readonly [Leg, number | undefined])[] = [
    ['identifier', codes === 0 ? undefined : codes],
    ['lexical', bm25 === 0 ? undefined : bm25],
    ['vector', cosine],
    ['graph', walk],
  ];
  return {
    scores: measured.flatMap(([leg, score]) => (score === undefined ? [] : [{ leg, score }])),
    parts: [
      ...RANKING_FEATURES.map((feature) => ({ feature, value: features[feature], weight: weights[feature] })),
      { feature: 'reading' as const, value: reading, weight: weights.reading },
    ]
      .filter(({ value, weight }) => value * weight !== 0)
      .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight)),
  };
}
