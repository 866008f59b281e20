import type { Unit } from '../../../kernel/index.ts';
import { edgeLine, nodeLine } from '../../graph-lines.ts';
import type { Run } from './connect-neo4j.ts';
import { overAllTypes } from './cypher-names.ts';
import { EDGE_ROW, NODE_ROW } from './graph-rows.ts';

const ROWS_A_PAGE = 5_000;

/** The index of each type gives its rows in order of fact, so a page costs its rows only. */
const EDGES = `${overAllTypes(
  (type) => `MATCH ()-[e:${type}]->() WHERE e.slot = $slot AND e.version = $id AND e.fact > $after RETURN e ORDER BY e.fact LIMIT $rows`,
)}
RETURN e.fact AS fact, e.from AS from, e.to AS to, type(e) AS predicate, e.version AS versionId, e.labelSet AS labelSet, e.n AS n
ORDER BY fact LIMIT $rows`;

/** Canonical lines of a unit as the store holds it, in order. */
export async function* unitLines(run: Run, slot: number, unit: Unit): AsyncGenerator<string> {
  if (unit.kind === 'key') {
    const rows = await run(
      `MATCH (k:Key {slot: $slot, key: $id}) WHERE k.entity IS NOT NULL
       RETURN k.key AS key, k.entity AS entity, k.type AS type, k.names AS names`,
      { slot, id: unit.id },
    );
    for (const row of rows) yield nodeLine(NODE_ROW.parse(row));
    return;
  }
  for (let after = ''; ; ) {
    const rows = await run(EDGES, { slot, id: unit.id, after, rows: ROWS_A_PAGE });
    let last: string | undefined;
    for (const row of rows) {
      const edge = EDGE_ROW.parse(row);
      last = edge.fact;
      yield edgeLine(edge);
    }
    if (last === undefined || rows.length < ROWS_A_PAGE) return;
    after = last;
  }
}
