import { codeOf, type Unit } from '../../../kernel/index.ts';
import { gatherBatches } from '../../gather-batches.ts';
import type { GraphBatch } from '../../graph-store.ts';
import type { Neo4jConnection } from './connect-neo4j.ts';
import type { UnitRun } from './write-edges.ts';
import { claimUnit, endRun, goOn, writeRows } from './write-unit.ts';

/** Rows of one transaction. */
const ROWS_A_STEP = 5_000;
const CLASHING_ROW = 'Neo.ClientError.Schema.ConstraintValidationFailed';

/**
 * Makes a unit hold what the batches give. A small unit, which nearly all are, takes one transaction. A large one is written some
 * rows at a time under the number of its run, and what the run did not write is deleted last, so that readers never see it empty;
 * until then its generation is not held. A generation lower than one that was begun is ignored.
 */
export async function replaceUnit(
  connection: Neo4jConnection,
  store: string,
  unit: Unit,
  generation: number,
  batches: AsyncIterable<GraphBatch>,
): Promise<void> {
  let current: UnitRun | undefined;
  let held: readonly GraphBatch[] | undefined;
  for await (const step of gatherBatches(batches, ROWS_A_STEP)) {
    if (held !== undefined) {
      current ??= await connection.write((run) => claimUnit(run, store, unit, generation));
      current = current && (await writeStep(connection, store, current, held));
      if (current === undefined) return;
    }
    held = step;
  }
  if (current === undefined) return replaceAtOnce(connection, store, unit, generation, held ?? []);
  const last = held === undefined ? current : await writeStep(connection, store, current, held);
  if (last !== undefined) await finish(connection, store, last);
}

async function replaceAtOnce(
  connection: Neo4jConnection,
  store: string,
  unit: Unit,
  generation: number,
  batches: readonly GraphBatch[],
): Promise<void> {
  const rest = await connection.write(async (run) => {
    const current = await claimUnit(run, store, unit, generation);
    if (current === undefined) return undefined;
    await writeRows(run, current, batches);
    return (await endRun(run, current)) ? undefined : current;
  });
  if (rest !== undefined) await finish(connection, store, rest);
}

/** The run as it goes on, or undefined when it is over. */
async function writeStep(
  connection: Neo4jConnection,
  store: string,
  current: UnitRun,
  batches: readonly GraphBatch[],
): Promise<UnitRun | undefined> {
  const write = (as: UnitRun) =>
    connection.write(async (run) => {
      if (!(await goOn(run, store, as))) return undefined;
      await writeRows(run, as, batches);
      return as;
    });
  try {
    return await write(current);
  } catch (error) {
    // A fact that came twice in one replacement: from here on rows that are there are looked for.
    if (!current.isFresh || codeOf(error) !== CLASHING_ROW) throw error;
    return write({ ...current, isFresh: false });
  }
}

async function finish(connection: Neo4jConnection, store: string, current: UnitRun): Promise<void> {
  const step = () => connection.write(async (run) => !(await goOn(run, store, current)) || endRun(run, current));
  while (!(await step()));
}
