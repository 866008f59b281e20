import { z } from 'zod';
import {
  type Access,
  compareText,
  type Digest,
  digestAsyncLines,
  digestLines,
  FaultlineError,
  type HeldUnit,
} from '../../../kernel/index.ts';
import type { GraphBatch, GraphStore } from '../../graph-store.ts';
import { connectNeo4j, type Run } from './connect-neo4j.ts';
import { examineGraph } from './examine-graph.ts';
import { heldAfter, strayUnits } from './held-units.ts';
import { readNeighbours } from './neighbours-query.ts';
import type { Neo4jOptions } from './neo4j-options.ts';
import { replaceUnit } from './replace-unit.ts';
import { prepareStore, readSlot } from './store-slot.ts';
import { unitLines } from './unit-lines.ts';
import { writeKeys } from './write-unit.ts';

const HELD_A_PAGE = 1_000;
const KEYS_A_STEP = 1_000;
const REVISION = z.object({ revision: z.number().int().nonnegative() });

/** A graph in Neo4j; `close` gives the connections back. */
export interface Neo4jGraphStore extends GraphStore {
  close(): Promise<void>;
}

/**
 * A graph in a database of Neo4j, made for people too: see docs/neo4j-queries.md. Nothing is asked of the server before the
 * first read or write; the first write makes constraints, indexes and the store where they are missing.
 * @throws FaultlineError, from every method, `store-unavailable`, `busy` or `deadline-exceeded` for what the server causes;
 * `invalid-configuration` for options of the wrong form.
 */
export function openNeo4jGraphStore(options: Neo4jOptions): Neo4jGraphStore {
  const { store } = options;
  const connection = connectNeo4j(options);
  let prepared: Promise<void> | undefined;
  /** What failed is tried again by the next write. */
  const prepare = async () => {
    prepared ??= prepareStore(connection, store);
    try {
      await prepared;
    } catch (error) {
      prepared = undefined;
      throw error;
    }
  };
  let slot: number | undefined;
  /** Reads one slot from begin to end: a graph that took the store's place meanwhile is read instead. */
  const readStill = <T>(work: (run: Run, slot: number) => Promise<T>, absent: T, signal?: AbortSignal): Promise<T> =>
    connection.read(async (run) => {
      slot ??= await readSlot(run, store);
      for (let tries = 0; tries < 5; tries += 1) {
        const asked = slot;
        if (asked === undefined) return absent;
        const [answer, now] = await Promise.all([work(run, asked), readSlot(run, store)]);
        if (now === asked) return answer;
        slot = now;
      }
      throw new FaultlineError('busy', 'The graph in Neo4j is replaced again and again; try again.');
    }, signal);

  return {
    async replace(unit, generation, batches) {
      await prepare();
      await replaceUnit(connection, store, unit, generation, batches);
    },
    async drop(unit, generation) {
      await prepare();
      await replaceUnit(connection, store, unit, generation, noBatches());
    },
    async replaceKeys(states) {
      if (states.length === 0) return;
      await prepare();
      for (let start = 0; start < states.length; start += KEYS_A_STEP) {
        await writeKeys(connection, store, states.slice(start, start + KEYS_A_STEP));
      }
    },
    // The server has written a transaction to its disk before it acknowledges it; a graph of nothing is a graph too.
    flush: prepare,
    async *held() {
      const stray = [...(await readStill(strayUnits, []))];
      for (let after = ''; ; ) {
        const page = await readStill((run, asked) => heldAfter(run, asked, after, HELD_A_PAGE), []);
        const last = page.at(-1);
        const passed = last === undefined ? stray.splice(0) : stray.splice(0, countUpTo(stray, last.unit.id));
        yield* [...page, ...passed].sort((left, right) => compareText(left.unit.id, right.unit.id));
        if (last === undefined) return;
        after = last.unit.id;
      }
    },
    async examine(mend) {
      if (mend) await prepare();
      return examineGraph(connection, store, mend);
    },
    async revision() {
      const rows = await connection.read((run) => run('MATCH (s:FaultlineStore {name: $store}) RETURN s.revision AS revision', { store }));
      return rows.length === 0 ? 0 : REVISION.parse(rows[0]).revision;
    },
    digest(unit): Promise<Digest> {
      return readStill((run, asked) => digestAsyncLines(unitLines(run, asked, unit)), digestLines([]));
    },
    async neighbours(access: Access, query, signal) {
      return readStill((run, asked) => readNeighbours(run, asked, access, query), { edges: [], truncated: false }, signal);
    },
    close: () => connection.close(),
  };
}

function countUpTo(units: readonly HeldUnit[], id: string): number {
  return units.filter(({ unit }) => unit.id < id).length;
}

async function* noBatches(): AsyncGenerator<GraphBatch> {}
