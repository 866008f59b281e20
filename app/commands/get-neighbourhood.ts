import { expand, findCommunities } from '../../graph/index.ts';
import { type Caller, type Entity, type EntityId, type Predicate, sha256 } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type DescribedFact, describeFacts } from '../knowledge/describe-facts.ts';
import { findThingsIn } from '../knowledge/find-things.ts';
import { type NamedEntity, nameEntity } from '../knowledge/named-entity.ts';
import { resolveEntities } from '../knowledge/resolve-entities.ts';
import { readerAccess } from '../reader-access.ts';

/** Edges read a key, things and facts given at most; pieces of evidence given a fact. */
const CAPS = { fanOut: 5_000, nodes: 300, edges: 600 };
const PIECES = 3;

export interface NeighbourhoodRequest {
  /** A key or entity id, or a whole tag, code or name. */
  readonly of: string;
  /** Facts from the thing at most, from 1. */
  readonly depth: number;
  /** Absent: all. */
  readonly predicates?: readonly Predicate[];
  /** Facts kept of one thing, predicate and direction; the others are counted. */
  readonly group: number;
}

export interface Neighbourhood {
  /** What the name stands for, under their ids of now; strongest kind of name first. */
  readonly of: readonly NamedEntity[];
  /** Ordered by depth, then id. `community` numbers groups that facts join closely, the largest 0. */
  readonly entities: readonly (NamedEntity & { readonly depth: number; readonly community: number })[];
  /** Both ends are among the entities; `pieces` counts the evidence, of which some is given. */
  readonly facts: readonly (DescribedFact & { readonly pieces: number })[];
  readonly leftOut: readonly {
    readonly entity: EntityId;
    readonly predicate: Predicate;
    readonly direction: 'out' | 'in';
    readonly count: number;
  }[];
  /** True when a cap left out something that `leftOut` does not count. */
  readonly truncated: boolean;
}

/** What is known around a thing, each fact with evidence that the caller may read. @throws FaultlineError `not-found`. */
export async function getNeighbourhood(
  application: Application,
  caller: Caller,
  { of, depth, predicates, group }: NeighbourhoodRequest,
  signal: AbortSignal,
): Promise<Neighbourhood> {
  const { ledger, graph } = application;
  const access = await readerAccess(application, caller);
  const found = await resolveEntities(ledger.keys, access, of);
  const seen = new Map<string, Entity>(found.map((entity) => [entity.id, entity]));
  const query = {
    seeds: found.flatMap(({ keys }) => keys.map(({ id }) => id)),
    hops: depth,
    direction: 'both' as const,
    find: findThingsIn(ledger.keys, access, seen),
    caps: { ...CAPS, group },
    ...(predicates === undefined ? {} : { predicates }),
  };
  const { nodes, links, leftOut, truncated } = await expand(graph, access, query, signal);
  const pieces = new Map(links.map(({ edge }) => [edge.fact, edge.n]));
  const facts = await describeFacts(ledger, access, await ledger.keys.facts(access, [...pieces.keys()], PIECES), seen);
  const communities = findCommunities(
    nodes.map(({ thing }) => thing.id),
    links.map(({ from, to }) => ({ from: from.id, to: to.id })),
  );
  const communityOf = new Map(communities.flatMap((members, number) => members.map((id) => [id, number] as const)));
  const explored = { depth, entities: found.map(({ id }) => id), facts: facts.length };
  noteAudit(application, caller, 'graph-explored', sha256(of), explored);
  return {
    of: found.map(nameEntity),
    entities: nodes.flatMap(({ thing, hop }) => {
      const entity = seen.get(thing.id);
      return entity === undefined ? [] : [{ ...nameEntity(entity), depth: hop, community: communityOf.get(thing.id) ?? 0 }];
    }),
    facts: facts.map((fact) => ({ ...fact, pieces: pieces.get(fact.id) ?? fact.evidence.length })),
    leftOut: leftOut.map(({ thing, ...rest }) => ({ entity: seen.get(thing.id)?.id ?? (thing.id as EntityId), ...rest })),
    truncated,
  };
}
