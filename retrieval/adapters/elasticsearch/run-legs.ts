import type { Client, estypes } from '@elastic/elasticsearch';
import { z } from 'zod';
import { type Access, FaultlineError } from '../../../kernel/index.ts';
import type { Scope } from '../../search-index.ts';
import type { RequestOptions } from './connection.ts';
import { responseFault } from './elasticsearch-fault.ts';
import { STATE_ID } from './held-documents.ts';
import { MOST_HITS } from './index-layout.ts';
import { readableFilter } from './readable-filter.ts';
import { foreignIndex } from './run-register.ts';
import { HIT, type Hit, rankHits, type SearchLeg } from './search-leg.ts';

/** Above every score of a passage, so that the state of what was searched comes first. */
const STATE_BOOST = 1e30;
/** Searches of one question: the state may change under a few of them, and a tie may need more hits. */
const MOST_ROUNDS = 20;
const MOST_TRIES_OF_ABSENT = 3;
/** Hits are asked for so many times more when those given do not tell which are the best. */
const WIDER = 8;
const STATE_FIELDS = ['revision', 'identity', 'excluded'];

const RESPONSES = z.array(
  z.union([
    z.object({ status: z.number(), error: z.object({ type: z.string() }) }),
    z.object({ hits: z.object({ hits: z.array(z.unknown()) }) }),
  ]),
);
const STATE_HIT = z.object({
  _id: z.literal(STATE_ID),
  fields: z.object({
    revision: z.tuple([z.number()]),
    identity: z.tuple([z.string()]),
    excluded: z.array(z.string()).default([]),
  }),
});

/** What a search saw besides its hits: the revision of its state, and the runs that were not to be seen in that state. */
export interface SeenState {
  readonly revision: number;
  readonly excluded: readonly string[];
}

/** The index as a reader last saw it. */
export interface View {
  readonly alias: string;
  readonly identity: string;
  excluded: readonly string[];
}

/**
 * Runs searches side by side and gives the hits of each. Each search gives the state along with its hits, both from one moment;
 * where that hides other runs than the search did, the search is made again.
 */
export async function runLegs(
  { client, options }: { readonly client: Client; readonly options: RequestOptions },
  view: View,
  reader: { readonly access: Access; readonly where: Scope },
  legs: readonly SearchLeg[],
): Promise<readonly (readonly Hit[])[]> {
  const sizes = legs.map(({ n, spare }) => Math.min(MOST_HITS - 1, n + spare));
  const done = new Map<number, readonly Hit[]>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = legs.flatMap((leg, at) => (done.has(at) ? [] : [{ leg, at, size: sizes[at] ?? 0 }]));
    if (open.length === 0) return legs.map((_, at) => done.get(at) ?? []);
    const { excluded } = view;
    const searches = open.flatMap(({ leg, size }) => [
      { index: view.alias, preference: 'faultline' },
      searchBody(leg, size, readableFilter(reader.access, reader.where, excluded)),
    ]);
    const { responses } = await client.msearch({ searches }, { ...options, querystring: { include_named_queries_score: true } });
    for (const [place, response] of RESPONSES.parse(responses).entries()) {
      if ('error' in response) {
        // An index that is made anew goes while it is being searched: the alias names the next one.
        const isGone = response.status === 404 || response.error.type === 'search_phase_execution_exception';
        if (!isGone || round >= MOST_TRIES_OF_ABSENT) throw responseFault(response.status, response.error.type);
        continue;
      }
      const one = open[place];
      const [first, ...rest] = response.hits.hits;
      const state = readState(first, view.identity);
      if (one === undefined) continue;
      if (!isSame(state.excluded, excluded)) {
        view.excluded = state.excluded;
        continue;
      }
      const hits = z.array(HIT).parse(rest);
      if (rankHits(one.leg, hits, one.size) === undefined) sizes[one.at] = Math.min(MOST_HITS - 1, one.size * WIDER);
      else done.set(one.at, hits);
    }
  }
  throw new FaultlineError('busy', 'The search index changes faster than it can be searched; try again.');
}

/** The state that a search would see now. */
export async function seeState(
  { client, options }: { readonly client: Client; readonly options: RequestOptions },
  from: { readonly index: string } | { readonly pit: estypes.SearchPointInTimeReference },
  identity: string,
): Promise<SeenState> {
  const { hits } = await client.search(
    {
      ...from,
      ...('index' in from ? { preference: 'faultline' } : {}),
      size: 1,
      _source: false,
      docvalue_fields: STATE_FIELDS,
      query: { ids: { values: [STATE_ID] } },
    },
    options,
  );
  return readState(hits.hits[0], identity);
}

function readState(hit: unknown, identity: string): SeenState {
  const found = STATE_HIT.safeParse(hit);
  if (!found.success) {
    throw new FaultlineError('storage-failed', 'The search index does not say what it holds; make it again with `faultline reindex`.');
  }
  const { fields } = found.data;
  if (fields.identity[0] !== identity) throw foreignIndex();
  return { revision: fields.revision[0], excluded: fields.excluded };
}

function searchBody(leg: SearchLeg, size: number, readable: estypes.QueryDslBoolQuery): estypes.SearchSearchRequestBody {
  const state = { constant_score: { filter: { ids: { values: [STATE_ID] } }, boost: STATE_BOOST } };
  return {
    size: size + 1,
    _source: false,
    docvalue_fields: ['length', ...STATE_FIELDS],
    ...(leg.scriptFields === undefined ? {} : { script_fields: leg.scriptFields }),
    track_total_hits: false,
    sort: [{ _score: { order: 'desc' } }, { id: { order: 'asc' } }],
    query: { bool: { should: [state, { bool: { ...readable, must: [leg.scoring] } }] } },
  };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}
