import type { Clock } from '../../kernel/index.ts';
import { movedFault } from '../../storage/index.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { type LedgerStore, openConnections } from '../connection/open-connections.ts';
import { appendJobEvent } from '../queue/job-events.ts';
import { jobIdShape, readShape } from '../rows/stored-shapes.ts';
import { type CopyProgress, copyTables, tablesOf } from './copy-tables.ts';
import { movedTo } from './moved-to.ts';

export interface CopyOptions {
  readonly source: LedgerStore;
  /** Made as needed; must hold nothing. */
  readonly target: LedgerStore;
  readonly clock: Clock;
  readonly onProgress?: (progress: CopyProgress) => void;
}

/**
 * Copies one committed state of a ledger into an empty one, on whichever databases they stand, beside those who go on writing.
 * Nobody holds a turn in the copy. It is there whole or not at all, and was read back and found equal.
 * @returns the number of rows.
 * @throws FaultlineError `conflict` when the target holds anything.
 */
export async function copyLedger({ source, target, clock, onProgress }: CopyOptions, signal: AbortSignal): Promise<number> {
  return withBoth(source, true, target, clock, (from, to) =>
    from.readOneState((db) =>
      to.write((trx) => copyTables({ dialect: from.dialect, db }, { dialect: to.dialect, db: trx }, onProgress ?? ignore, signal)),
    ),
  );
}

/**
 * Moves a ledger into an empty one: holds out all who write to the source, copies it, has `finish` done with the copy, and marks
 * the source in the commit that ends this, so that nothing is taken there any more. Unless all of that is done, also when this process
 * is killed, the source goes on as if nothing had been. Jobs under way wait in the copy for whoever works there.
 * @throws FaultlineError `conflict` when the target holds anything; `store-moved` when the source was moved before; what `finish` throws.
 */
export async function moveLedger<Out>(
  {
    source,
    target,
    place,
    clock,
    onProgress,
  }: CopyOptions & { /** Where the target is, for people; no secrets. */ readonly place: string },
  finish: (rows: number) => Promise<Out>,
  signal: AbortSignal,
): Promise<Out> {
  return withBoth(source, false, target, clock, (from, to) =>
    from.writeAlone(async (db) => {
      const held = { dialect: from.dialect, db };
      const before = await movedTo(held);
      if (before !== undefined) throw movedFault(before, undefined);
      const tables = await tablesOf(held);
      const rows = await to.write(async (trx) => {
        const count = await copyTables(held, { dialect: to.dialect, db: trx }, onProgress ?? ignore, signal);
        await freeJobs(trx, clock.now());
        return count;
      });
      const out = await finish(rows);
      const names = tables.map(({ name }) => name);
      for (const statement of from.dialect.movedMark.set(names, place)) await statement.execute(db);
      return out;
    }),
  );
}

/**
 * Lets a ledger take writes again that was moved, or a copy of one.
 * @returns where it was moved to; undefined when it was not.
 */
export async function takeMoveBack(store: LedgerStore, clock: Clock): Promise<string | undefined> {
  const connections = await openConnections({ store, clock });
  try {
    return await connections.write(async (trx) => {
      const side = { dialect: connections.dialect, db: trx };
      const place = await movedTo(side);
      if (place === undefined) return undefined;
      const names = (await tablesOf(side)).map(({ name }) => name);
      for (const statement of side.dialect.movedMark.clear(names)) await statement.execute(trx);
      return place;
    });
  } finally {
    await connections.close();
  }
}

async function withBoth<Out>(
  source: LedgerStore,
  readonly: boolean,
  target: LedgerStore,
  clock: Clock,
  work: (from: Connections, to: Connections) => Promise<Out>,
): Promise<Out> {
  const from = await openConnections({ store: source, clock, readonly });
  try {
    const to = await openConnections({ store: target, clock });
    try {
      return await work(from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** The workers that hold their leases work elsewhere, so that nobody would go on with these jobs until the leases run out. */
async function freeJobs(trx: Writing, now: number): Promise<void> {
  const freed = await trx
    .updateTable('job')
    .set((row) => ({ state: 'queued', worker: null, lease_until: null, attempts: row('attempts', '-', 1), updated_at: now }))
    .where('state', '=', 'running')
    .returning('id')
    .execute();
  for (const { id } of freed) await appendJobEvent(trx, readShape(jobIdShape, id, 'job'), { kind: 'waiting' }, now);
}

function ignore(): void {
  // Nobody asked how far it is.
}
