import type { Writing } from '../connection/connections.ts';

/**
 * Has all leases last as much longer as a transaction took (milliseconds) that may have kept their holders from prolonging them: a
 * lease is to run out on who is gone, not on who was made to wait.
 */
export async function delayLeases(trx: Writing, milliseconds: number): Promise<void> {
  await trx
    .updateTable('job')
    .set((row) => ({ lease_until: row('lease_until', '+', milliseconds) }))
    .where('state', '=', 'running')
    .execute();
}
