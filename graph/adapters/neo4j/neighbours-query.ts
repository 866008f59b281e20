import { type Access, PREDICATES } from '../../../kernel/index.ts';
import { capEdges, compareEdges } from '../../cap-edges.ts';
import type { Edge, NeighbourQuery, Neighbours } from '../../graph-store.ts';
import type { Run } from './connect-neo4j.ts';
import { relationshipTypes } from './cypher-names.ts';
import { EDGE_ROW } from './graph-rows.ts';

/**
 * Edges at one end of them that the reader may read: filtered, joined to one a fact, ordered and cut at the fan-out inside the
 * query. The smallest version comes with its label set, so the two are taken as a pair.
 */
function atEnd(pattern: string, order: string, isFiltered: boolean): string {
  return `MATCH ${pattern}
    WHERE e.labelSet IN $grants${isFiltered ? ' AND NOT e.version IN $hidden' : ''}
    WITH e.fact AS fact, e.from AS from, e.to AS to, type(e) AS predicate, sum(e.n) AS n, min([e.version, e.labelSet]) AS first
    ORDER BY ${order}
    LIMIT $most
    RETURN fact, from, to, predicate, n, first[0] AS versionId, first[1] AS labelSet`;
}

function statementFor({ direction, predicates }: NeighbourQuery, isFiltered: boolean): string {
  const types = relationshipTypes(predicates ?? PREDICATES).join('|');
  const outward = atEnd(`(k)-[e:${types}]->()`, 'predicate, to, fact', isFiltered);
  const inward = atEnd(`(k)<-[e:${types}]-()`, 'from, predicate, fact', isFiltered);
  const subqueries = [...(direction === 'in' ? [] : [outward]), ...(direction === 'out' ? [] : [inward])];
  return `UNWIND $keys AS asked
    MATCH (k:Key {slot: $slot, key: asked})
    CALL (k) {
    ${subqueries.join('\nUNION\n')}
    }
    RETURN fact, from, to, predicate, n, versionId, labelSet`;
}

/** The answer of one slot; see the port. Each key gives its first `fanOut + 1` in each direction, which is what `capEdges` needs. */
export async function readNeighbours(run: Run, slot: number, access: Access, query: NeighbourQuery): Promise<Neighbours> {
  const keys = [...new Set<string>(query.keys)];
  if (keys.length === 0 || relationshipTypes(query.predicates ?? PREDICATES).length === 0) return { edges: [], truncated: false };
  const rows = await run(statementFor(query, access.hidden.length > 0), {
    slot,
    keys,
    grants: access.grants,
    hidden: access.hidden,
    most: query.caps.fanOut + 1,
  });
  const byFact = new Map<string, Edge>();
  for (const row of rows) {
    const edge = EDGE_ROW.parse(row);
    byFact.set(edge.fact, edge);
  }
  return capEdges([...byFact.values()].sort(compareEdges), query);
}
