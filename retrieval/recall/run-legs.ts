import { type Access, compareText, type PassageId } from '../../kernel/index.ts';
import type { CandidateQuery } from '../search-index.ts';
import { graphLeg, type NearPassage } from './graph-leg.ts';
import { ledgerSearch } from './ledger-search.ts';
import type { RecallFaults } from './recall-fault.ts';
import type { RecallDependencies, RecallPart, RecallPartsQuery } from './recall-query.ts';
import { LEXICAL_STREAMS, STREAMS, type Stream, withinStream } from './stream.ts';
import { type Asked, searchTokens, weigh } from './understand.ts';
import { unlessDown } from './unless-down.ts';

/** Candidates of one part as the index gave them, one list a stream. */
export interface FoundInPart {
  readonly identifier: readonly (readonly PassageId[])[];
  readonly lexical: readonly (readonly PassageId[])[];
  readonly vector: readonly (readonly PassageId[])[];
}

export interface Found {
  /** In the order of the query's parts. */
  readonly parts: readonly FoundInPart[];
  /** Of all parts together: the walk knows no scope. */
  readonly graph: readonly NearPassage[];
}

/** Candidates asked of the index a leg and stream, at least. */
const CANDIDATES = 80;
const HAN = /\p{Script=Han}/u;

/** Asks all legs side by side: the graph once, the index once for each part and stream that have passages in common. */
export async function runLegs(
  dependencies: RecallDependencies,
  access: Access,
  query: RecallPartsQuery,
  asked: Asked,
  faults: RecallFaults,
  signal: AbortSignal,
): Promise<Found> {
  const { passages } = dependencies;
  const [parts, graph] = await Promise.all([
    Promise.all(query.parts.map((part) => askIndex(dependencies, access, query, part, asked, faults, signal))),
    graphLeg(dependencies, access, { text: query.text, keys: query.keys ?? [] }, faults, signal),
  ]);
  if (parts.every((part) => part.lexical !== undefined))
    return { parts: parts.map(({ lexical = [], ...rest }) => ({ ...rest, lexical })), graph };
  const n = Math.max(...query.parts.map(candidatesOf));
  const read = await ledgerSearch(passages, access, searchTokens(asked), asked.statistics, n, signal);
  return { parts: parts.map((part) => ({ ...part, lexical: part.lexical ?? [read] })), graph };
}

function candidatesOf({ n }: RecallPart): number {
  return Math.max(CANDIDATES, n);
}

/** `lexical` is undefined when the index is down. */
async function askIndex(
  { index }: RecallDependencies,
  access: Access,
  query: RecallPartsQuery,
  part: RecallPart,
  asked: Asked,
  faults: RecallFaults,
  signal: AbortSignal,
): Promise<Omit<FoundInPart, 'lexical'> & { readonly lexical: FoundInPart['lexical'] | undefined }> {
  const exact = [...new Set((query.identifiers ?? []).map(({ folded }) => folded))].sort(compareText);
  const tokens = searchTokens(asked);
  const { vector } = asked;
  const ask = (streams: readonly Stream[], how: (stream: Stream) => Pick<CandidateQuery, 'exact' | 'words' | 'vector'>) =>
    Promise.all(
      streams.flatMap((stream) => {
        const where = withinStream(part.where ?? {}, stream);
        if (where === undefined) return [];
        return [
          unlessDown('no-index', faults, undefined, () =>
            index.candidates(access, { ...how(stream), where, n: candidatesOf(part) }, signal),
          ),
        ];
      }),
    );
  const [identifier, near, lexical] = await Promise.all([
    ask(exact.length === 0 ? [] : STREAMS, () => ({ exact })),
    ask(vector === undefined ? [] : STREAMS, () => (vector === undefined ? {} : { vector })),
    ask(tokens.length === 0 ? [] : LEXICAL_STREAMS, (stream) => ({ words: weigh(asked, tokensFor(stream, tokens)) })),
  ]);
  return {
    identifier: identifier.filter((ids) => ids !== undefined),
    vector: near.filter((ids) => ids !== undefined),
    lexical: lexical.includes(undefined) ? undefined : lexical.filter((ids) => ids !== undefined),
  };
}

/** Chinese words cannot be met by an English passage: asking for them only costs time. */
function tokensFor({ languages }: Stream, tokens: readonly string[]): readonly string[] {
  return languages?.includes('en') === true ? tokens.filter((token) => !HAN.test(token)) : tokens;
}
