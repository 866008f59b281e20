import type { estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { compareText, type PassageId, parsePassageId } from '../../../kernel/index.ts';
import { lengthFactors, type WeighedWords, wordScore } from '../../bm25.ts';
import { MOST_HITS } from './index-layout.ts';
import { termOf } from './term-of.ts';

export const HIT = z.object({
  _score: z.number(),
  sort: z.tuple([z.number(), z.string()]),
  fields: z.object({ length: z.tuple([z.number()]), cosine: z.tuple([z.number().nullable()]).optional() }),
  matched_queries: z.record(z.string(), z.number()).optional(),
});
export type Hit = z.infer<typeof HIT>;

/**
 * One way of asking. The server scores in 32 bits, so it gives some more than `n` and these are ranked again by `scoreOf`;
 * `slackOf` is how far the two may lie apart.
 */
export interface SearchLeg {
  readonly n: number;
  readonly spare: number;
  readonly scoring: estypes.QueryDslQueryContainer;
  readonly scriptFields?: Record<string, estypes.ScriptField>;
  scoreOf(hit: Hit): number;
  /** Of a score as the server gave it: the same in the scale of `scoreOf`, and how far off it may be. */
  bound(score: number): { readonly score: number; readonly slack: number };
}

/** More than are asked for, so that equal and nearly equal ones at the end are told apart. */
const SPARE = 16;
const RELATIVE_SLACK = 1e-6;
const COSINE_SLACK = 2e-6;

/** Parameters alone differ between searches, so each script is compiled once. */
const WORD_SCRIPT = "return params.gain * _score / (_score + params.least + params.slope * doc['length'].value);";
const NEAR_SCRIPT = "return Math.max(0, 1 + dotProduct(params.vector, 'vector'));";
/** The inner product as `dot` adds it up, to the last bit. */
const COSINE_SCRIPT = `
if (doc['vector'].size() == 0) { return null; }
double sum = 0;
float[] held = doc['vector'].vectorValue;
def asked = params.vector;
for (int at = 0; at < held.length; at++) { sum += (double) asked[at] * (double) held[at]; }
return sum;`;

export function exactLeg(identifiers: readonly string[], n: number): SearchLeg {
  return {
    n,
    spare: 0,
    scoring: anyOf([...new Set(identifiers)].map((one) => ({ constant_score: { filter: { term: { exact: termOf(one) } } } }))),
    scoreOf: ({ _score }) => _score,
    bound: (score) => ({ score, slack: 0 }),
  };
}

/** Each word is named by its place, and its score there is how often the passage holds it. */
export function wordsLeg(words: WeighedWords, n: number): SearchLeg {
  const gains = [...words.gains];
  const { least, slope } = lengthFactors(words.averageLength);
  return {
    n,
    spare: SPARE,
    scoring: anyOf(
      gains.flatMap(([word, gain], place) =>
        gain > 0
          ? [
              {
                script_score: {
                  query: { term: { words: { value: termOf(word), _name: String(place) } } },
                  script: { source: WORD_SCRIPT, params: { gain, least, slope } },
                },
              },
            ]
          : [],
      ),
    ),
    scoreOf: ({ fields, matched_queries: counts = {} }) =>
      gains.reduce((score, [, gain], place) => {
        const count = counts[String(place)];
        return count === undefined ? score : score + wordScore(gain, count, fields.length[0], words.averageLength);
      }, 0),
    bound: (score) => ({ score, slack: score * RELATIVE_SLACK }),
  };
}

export function nearLeg(vector: Float32Array, n: number): SearchLeg {
  const params = { vector: [...vector] };
  return {
    n,
    spare: SPARE,
    scoring: { script_score: { query: { exists: { field: 'vector' } }, script: { source: NEAR_SCRIPT, params } } },
    scriptFields: cosineField(vector),
    scoreOf: ({ fields }) => fields.cosine?.[0] ?? Number.NEGATIVE_INFINITY,
    bound: (score) => ({ score: score - 1, slack: COSINE_SLACK }),
  };
}

/** Cosines of some passages with a vector; all of them are given. */
export function cosineLeg(vector: Float32Array, ids: readonly PassageId[]): SearchLeg {
  const chosen = { bool: { filter: [{ terms: { id: [...ids] } }, { exists: { field: 'vector' } }] } };
  return { ...nearLeg(vector, ids.length), spare: 1, scoring: { constant_score: { filter: chosen } } };
}

function cosineField(vector: Float32Array): Record<string, estypes.ScriptField> {
  return { cosine: { script: { source: COSINE_SCRIPT, params: { vector: [...vector] } } } };
}

export function idOf({ sort: [, id] }: Hit): PassageId {
  const parsed = parsePassageId(id);
  if (parsed === undefined) throw new TypeError('the search index holds a passage with an id that is none');
  return parsed;
}

/**
 * Ids of the `n` best, ties by id; undefined when more hits than the `size` asked for are needed to tell which these are.
 * `hits` are in the server's order: by its score, then by id.
 */
export function rankHits(leg: SearchLeg, hits: readonly Hit[], size: number): PassageId[] | undefined {
  const scored = hits.map((hit) => ({ hit, score: leg.scoreOf(hit) }));
  const ranked = scored.toSorted((left, right) => right.score - left.score || compareText(left.hit.sort[1], right.hit.sort[1]));
  const last = scored.at(-1);
  const nth = ranked[leg.n - 1];
  const best = () => ranked.slice(0, leg.n).map(({ hit }) => idOf(hit));
  if (hits.length < size || size >= MOST_HITS || last === undefined || nth === undefined) return best();
  const { score, slack } = leg.bound(last.hit._score);
  if (score + slack < nth.score) return best();
  // What was not given scores as the last one or less. Where all about there are equal, the server has ordered them by id.
  const near = scored.filter((one) => Math.abs(one.score - nth.score) <= 2 * slack);
  return near.every((one) => one.score === last.score && one.hit._score === last.hit._score) ? best() : undefined;
}

function anyOf(should: estypes.QueryDslQueryContainer[]): estypes.QueryDslQueryContainer {
  return should.length === 0 ? { match_none: {} } : { bool: { should, minimum_should_match: 1 } };
}
