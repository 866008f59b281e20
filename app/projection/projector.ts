import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { HeldUnit, Unit } from '../../kernel/index.ts';
import { type Ledger, PROJECTION_TARGETS, type Turn } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { type Destination, destinationOf } from './destination.ts';
import { graphBatchesOf, keyStatesOf } from './graph-batches.ts';
import { indexBatchesOf } from './index-batches.ts';

const ROWS_A_ROUND = 1_000;
/** How long a process that died keeps others waiting. */
const TURN_MILLISECONDS = 20_000;
const WAIT_MILLISECONDS = 50;
/** Keys written in one transaction: some milliseconds. */
const KEYS_A_STEP = 200;

type Projecting = Pick<Application, 'ledger' | 'passageEmbedder' | 'grammar'>;
type Projected = Projecting & Pick<Application, 'index' | 'graph'>;

/**
 * Makes search index and graph equal to the ledger for every unit that changed: reads the unit's current state, so late and
 * repeated deliveries do no harm. Ends when nothing is pending. Of several processes one does it at a time, for all; the others
 * wait for what they need.
 */
export async function project(application: Projected, signal: AbortSignal): Promise<void> {
  const { outbox, turns } = application.ledger;
  while (await outbox.isWaiting()) {
    signal.throwIfAborted();
    const turn = await turns.take('projector', TURN_MILLISECONDS);
    if (turn === undefined) await pause(WAIT_MILLISECONDS, undefined, { signal });
    else await holding(turn, turns, signal, (held) => projectWaiting(application, turn, held));
  }
}

/** Does some work while the turn is prolonged; a turn that was lost ends the work without an error, for another goes on with it. */
async function holding(
  turn: Turn,
  turns: Ledger['turns'],
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const prolong = async (): Promise<void> => {
    if (!(await turns.prolong(turn, TURN_MILLISECONDS))) lost.abort(new Error('the turn at projecting was lost'));
  };
  const beat = setInterval(() => void prolong().catch((error: unknown) => lost.abort(error)), TURN_MILLISECONDS / 4);
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    if (error !== lost.signal.reason) throw error;
  } finally {
    clearInterval(beat);
    await turns.giveBack(turn);
  }
}

async function projectWaiting(application: Projected, turn: Turn, signal: AbortSignal): Promise<void> {
  const { outbox } = application.ledger;
  for (const target of PROJECTION_TARGETS) {
    const destination = destinationOf(application, target);
    for (;;) {
      signal.throwIfAborted();
      const rows = await outbox.pending(target, ROWS_A_ROUND);
      if (rows.length === 0) break;
      await projectUnits(application, destination, rows, signal);
      await destination.store.flush();
      if (!(await outbox.delivered(rows, turn))) return;
    }
  }
}

/** Makes some units of a store equal to the ledger's current state. */
export async function projectUnits(
  from: Projecting,
  destination: Destination,
  rows: readonly HeldUnit[],
  signal: AbortSignal,
): Promise<void> {
  for (const row of rows) {
    if (row.unit.kind === 'key') continue;
    await projectUnit(from, destination, row.unit, row.generation, signal);
    await takeTurns(signal);
  }
  if (destination.target !== 'graph') return;
  const keys = rows.flatMap(({ unit, generation }) => (unit.kind === 'key' ? [{ key: unit.id, generation }] : []));
  for (let start = 0; start < keys.length; start += KEYS_A_STEP) {
    await destination.store.replaceKeys(await keyStatesOf(from.ledger, keys.slice(start, start + KEYS_A_STEP)));
    await takeTurns(signal);
  }
}

/** The stores work in this thread: let others have their turn. */
async function takeTurns(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** Makes one unit of a store equal to the ledger's current state. */
export async function projectUnit(
  { ledger, passageEmbedder, grammar }: Projecting,
  { target, store }: Destination,
  unit: Unit,
  generation: number,
  signal: AbortSignal,
): Promise<void> {
  if (!(await ledger.projection.present(unit))) return store.drop(unit, generation);
  if (target === 'graph') return store.replace(unit, generation, graphBatchesOf(ledger, unit));
  if (unit.kind === 'version') return store.replace(unit, generation, indexBatchesOf(ledger, passageEmbedder, grammar, unit.id, signal));
}
