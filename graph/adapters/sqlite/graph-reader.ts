import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import { type Access, type HeldUnit, NODE_KINDS, PREDICATES, parseUnit, type Unit } from '../../../kernel/index.ts';
import { edgeLine, nodeLine } from '../../graph-lines.ts';
import type { Edge, GraphNode, NeighbourQuery } from '../../graph-store.ts';
import { unreadableRow } from './id-bytes.ts';

const EDGE = z.object({
  fact: z.custom<Edge['fact']>(isText),
  from: z.custom<Edge['from']>(isText),
  to: z.custom<Edge['to']>(isText),
  predicate: z.enum(PREDICATES),
  versionId: z.custom<Edge['versionId']>(isText),
  labelSet: z.custom<Edge['labelSet']>(isText),
  n: z.number().int().positive(),
});
const NODE = z.object({
  key: z.custom<GraphNode['key']>(isText),
  entity: z.custom<GraphNode['entity']>(isText),
  type: z.enum(NODE_KINDS),
  names: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});
const COUNT = z.number().int().nonnegative();
const HELD = z.array(z.object({ id: z.string(), generation: COUNT }));

/** A row as the file gives it, not checked: a snapshot reads a million of them and checks each as it takes it in. */
export type EdgeRow = Pick<Edge, 'versionId' | 'labelSet' | 'n'> & Readonly<Record<'fact' | 'from' | 'to' | 'predicate', string>>;

/** Prepared reads of the graph file. */
export interface GraphReader {
  /** Goes up with every commit that changed edges. */
  revision(): number;
  edgeCount(): number;
  /** Size of the file, which unlike a count of edges costs nothing to ask for. */
  pages(): number;
  /** Edges at one key, one a fact, the first `fanOut + 1` in each asked direction. */
  edgesAt(access: Access, key: string, query: Omit<NeighbourQuery, 'keys'>): Edge[];
  /** Keys that edges start or end at, ascending. */
  keys(): Iterable<string>;
  /** Every row of every version, ordered by (from, predicate, to, fact, version). */
  edges(): Iterable<EdgeRow>;
  /** Units known by name or by rows, some at a time, in order of id. */
  held(after: string, limit: number): readonly HeldUnit[];
  /** Canonical lines of a unit. */
  lines(unit: Unit): Iterable<string>;
}

const COLUMNS = 'fact, from_key as "from", to_key as "to", predicate, version_id as versionId, label_set as labelSet, n';

export function makeGraphReader(database: Database): GraphReader {
  const revision = database.prepare('select value from revision').pluck();
  const edgeCount = database.prepare('select count(*) from edge').pluck();
  const allKeys = database.prepare<[], string>('select from_key from edge union select to_key from edge order by 1').pluck();
  const allEdges = database.prepare<[], EdgeRow>(`select ${COLUMNS} from edge order by from_key, predicate, to_key, fact, version_id`);
  const edgesOf = database.prepare(`select ${COLUMNS} from edge where unit = ? order by fact`);
  const nodesOf = database.prepare('select key, entity, type, names from node where unit = ? order by key');
  const outward = nearReader(database, 'from_key', 'predicate, to_key, fact, version_id');
  const inward = nearReader(database, 'to_key', 'from_key, predicate, fact, version_id');

  const heldAfter = database.prepare(
    `select id, coalesce((select generation from unit where unit.id = known.id), 0) as generation
     from (select id from unit where id > @after union select unit from edge where unit > @after union select unit from node where unit > @after) known
     order by id limit @limit`,
  );

  return {
    held: (after, limit) => HELD.parse(heldAfter.all({ after, limit })).map(readHeld),
    revision: () => COUNT.parse(revision.get()),
    pages: () => COUNT.parse(database.pragma('page_count', { simple: true })),
    edgeCount: () => COUNT.parse(edgeCount.get()),
    edgesAt: (access, key, query) => [
      ...(query.direction === 'in' ? [] : outward(access, key, query)),
      ...(query.direction === 'out' ? [] : inward(access, key, query)),
    ],
    keys: () => allKeys.iterate(),
    edges: () => allEdges.iterate(),
    *lines(unit) {
      for (const row of edgesOf.iterate(unit.id)) yield edgeLine(EDGE.parse(row));
      for (const row of nodesOf.iterate(unit.id)) yield nodeLine(NODE.parse(row));
    },
  };
}

/**
 * Reads the edges at one end of them in the order of an index, which holds every column asked for. Rows of one fact stand side by
 * side, the smallest version first, and are summed here: that, and leaving out conditions that ask for nothing, makes it four
 * times as fast as a grouping query with all of them.
 */
function nearReader(database: Database, own: 'from_key' | 'to_key', order: string) {
  const statements = new Map<string, Statement<[Readonly<Record<string, string>>], EdgeRow>>();
  return (access: Access, key: string, { predicates, caps }: Omit<NeighbourQuery, 'keys'>): Edge[] => {
    const conditions = [
      `${own} = @key and label_set in (select value from json_each(@grants))`,
      ...(access.hidden.length === 0 ? [] : ['version_id not in (select value from json_each(@hidden))']),
      ...(predicates === undefined ? [] : ['predicate in (select value from json_each(@predicates))']),
    ].join(' and ');
    const statement = statements.get(conditions) ?? database.prepare(`select ${COLUMNS} from edge where ${conditions} order by ${order}`);
    statements.set(conditions, statement);
    const asked = {
      key,
      grants: JSON.stringify(access.grants),
      hidden: JSON.stringify(access.hidden),
      predicates: JSON.stringify(predicates ?? []),
    };
    const found: Edge[] = [];
    for (const row of statement.iterate(asked)) {
      const before = found.at(-1);
      if (before?.fact === row.fact) found[found.length - 1] = { ...before, n: before.n + row.n };
      else if (found.length > caps.fanOut) break;
      else found.push(EDGE.parse(row));
    }
    return found;
  };
}

function readHeld({ id, generation }: { readonly id: string; readonly generation: number }): HeldUnit {
  const unit = parseUnit(id);
  if (unit === undefined) throw unreadableRow();
  return { unit, generation };
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
