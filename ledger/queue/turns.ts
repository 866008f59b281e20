import type { Connections, Writing } from '../connection/connections.ts';

/** Work of which only one process may do a thing at a time. */
export type TurnName = 'projector';

/** A turn at such work; who holds it no more is told by its fence, which every later turn raises. */
export interface Turn {
  readonly name: TurnName;
  readonly fence: number;
}

/** Turns that processes take. One that dies keeps its turn until the time it asked for is over. */
export interface Turns {
  /** Undefined while another holds it. */
  take(name: TurnName, milliseconds: number): Promise<Turn | undefined>;
  /** False when the turn was lost: stop at once. */
  prolong(turn: Turn, milliseconds: number): Promise<boolean>;
  /** Lets the next one in at once; a turn that was lost stays whose it is. */
  giveBack(turn: Turn): Promise<void>;
  /** Ends all turns: in a copy of a ledger they are those of processes that do not work on the copy. */
  endAll(): Promise<void>;
}

export function makeTurns({ clock, writeBeside }: Connections): Turns {
  return {
    take: (name, milliseconds) =>
      writeBeside('soon', async (trx) => {
        const now = clock.now();
        const taken = await trx
          .insertInto('turn')
          .values({ name, fence: 1, held_until: now + milliseconds })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet((row) => ({ fence: row('turn.fence', '+', 1), held_until: now + milliseconds }))
              .where('turn.held_until', '<=', now),
          )
          .returning('fence')
          .executeTakeFirst();
        return taken === undefined ? undefined : { name, fence: taken.fence };
      }),

    prolong: (turn, milliseconds) =>
      writeBeside('soon', async (trx) => {
        const prolonged = await trx
          .updateTable('turn')
          .set({ held_until: clock.now() + milliseconds })
          .where('name', '=', turn.name)
          .where('fence', '=', turn.fence)
          .returning('fence')
          .execute();
        return prolonged.length > 0;
      }),

    async endAll() {
      await writeBeside('soon', (trx) => trx.updateTable('turn').set({ held_until: 0 }).execute());
    },

    async giveBack(turn) {
      await writeBeside('soon', (trx) =>
        trx.updateTable('turn').set({ held_until: 0 }).where('name', '=', turn.name).where('fence', '=', turn.fence).execute(),
      );
    },
  };
}

/** Whether the turn is still its taker's, and stays so until the transaction ends. */
export async function holdsTurn(trx: Writing, turn: Turn): Promise<boolean> {
  const held = await trx
    .updateTable('turn')
    .set((row) => ({ fence: row.ref('fence') }))
    .where('name', '=', turn.name)
    .where('fence', '=', turn.fence)
    .returning('fence')
    .execute();
  return held.length > 0;
}
