import { findPaths } from '../../graph/index.ts';
import { type Caller, type Entity, FaultlineError, type Predicate, sha256 } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type DescribedFact, describeFacts } from '../knowledge/describe-facts.ts';
import { findThingsIn } from '../knowledge/find-things.ts';
import { type NamedEntity, nameEntity } from '../knowledge/named-entity.ts';
import { resolveEntities } from '../knowledge/resolve-entities.ts';
import { readerAccess } from '../reader-access.ts';

/** Edges read a key, things and edges met at most; facts given a step and pieces of evidence given a fact. */
const CAPS = { fanOut: 2_000, nodes: 10_000, edges: 20_000 };
const FACTS = 5;
const PIECES = 3;

export interface PathRequest {
  /** A key or entity id, or a whole tag, code or name. */
  readonly from: string;
  readonly to: string;
  /** Steps at most, from 1. */
  readonly maxLength: number;
  readonly predicates?: readonly Predicate[];
  /** Paths at most. */
  readonly limit: number;
}

export interface ExplainedStep {
  readonly from: NamedEntity;
  readonly to: NamedEntity;
  /** Facts that join the two; `out`: read in the direction of the path, `in`: against it. */
  readonly facts: readonly (DescribedFact & { readonly direction: 'out' | 'in'; readonly pieces: number })[];
  /** Of how many facts these are. */
  readonly of: number;
}

export interface ExplainedPaths {
  readonly from: readonly NamedEntity[];
  readonly to: readonly NamedEntity[];
  /** Shortest first. */
  readonly paths: readonly { readonly steps: readonly ExplainedStep[] }[];
  /** True when there may be others. */
  readonly truncated: boolean;
}

/**
 * How two things are connected, each step with the facts that join its ends and their evidence.
 * @throws FaultlineError `not-found`, `invalid-request` when both are one thing.
 */
export async function explainPaths(
  application: Application,
  caller: Caller,
  { from, to, maxLength, predicates, limit }: PathRequest,
  signal: AbortSignal,
): Promise<ExplainedPaths> {
  const { ledger, graph } = application;
  const access = await readerAccess(application, caller);
  const starts = await resolveEntities(ledger.keys, access, from);
  const ends = await resolveEntities(ledger.keys, access, to);
  const common = starts.find(({ id }) => ends.some((end) => end.id === id));
  if (common !== undefined) {
    throw new FaultlineError('invalid-request', `"${from}" and "${to}" name one thing, ${nameEntity(common).name}; give two.`);
  }
  const seen = new Map<string, Entity>([...starts, ...ends].map((entity) => [entity.id, entity]));
  const query = {
    from: starts.flatMap(({ keys }) => keys.map(({ id }) => id)),
    to: ends.flatMap(({ keys }) => keys.map(({ id }) => id)),
    maxLength,
    find: findThingsIn(ledger.keys, access, seen),
    caps: { ...CAPS, paths: limit },
    ...(predicates === undefined ? {} : { predicates }),
  };
  const { paths, truncated } = await findPaths(graph, access, query, signal);
  const wanted = paths.flatMap((steps) => steps.flatMap(({ facts }) => facts.slice(0, FACTS).map(({ edge }) => edge.fact)));
  const described = await describeFacts(ledger, access, await ledger.keys.facts(access, wanted, PIECES), seen);
  const factOf = new Map(described.map((fact) => [fact.id, fact]));
  const explored = { entities: [...starts, ...ends].map(({ id }) => id), paths: paths.length, facts: described.length };
  noteAudit(application, caller, 'graph-explored', sha256(`${from}\n${to}`), explored);
  const named = (id: string) => {
    const entity = seen.get(id);
    if (entity === undefined) throw new FaultlineError('internal', 'A path leads through a thing that was not read.');
    return nameEntity(entity);
  };
  return {
    from: starts.map(nameEntity),
    to: ends.map(nameEntity),
    paths: paths.map((steps) => ({
      steps: steps.map(({ from: start, to: end, facts }) => ({
        from: named(start.id),
        to: named(end.id),
        facts: facts.slice(0, FACTS).flatMap(({ edge, direction }) => {
          const fact = factOf.get(edge.fact);
          return fact === undefined ? [] : [{ ...fact, direction, pieces: edge.n }];
        }),
        of: facts.length,
      })),
    })),
    truncated,
  };
}
