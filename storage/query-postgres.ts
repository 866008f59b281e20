import { connectPostgres, type PostgresPool } from './open-postgres.ts';
import { postgresFault } from './postgres-fault.ts';

/**
 * The rows of one statement, which the server stops when the caller no longer waits.
 * @throws the reason of the signal; FaultlineError as `postgresFault` tells.
 */
export async function queryPostgres<Row extends object>(
  pool: PostgresPool,
  statement: { readonly text: string; readonly values: unknown[] },
  signal: AbortSignal,
): Promise<Row[]> {
  signal.throwIfAborted();
  const client = await connectPostgres(pool);
  let stopping: Promise<unknown> | undefined;
  // Where the stop does not reach the server, the statement ends at its time limit.
  const stop = () => {
    stopping = Promise.allSettled([pool.query('select pg_cancel_backend(pid) from pg_stat_activity where pid = $1', [processOf(client)])]);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    return (await client.query<Row>(statement)).rows;
  } catch (error) {
    signal.throwIfAborted();
    throw postgresFault(error);
  } finally {
    signal.removeEventListener('abort', stop);
    await stopping;
    // A stop that came late would hit the next statement of this connection.
    client.release(stopping !== undefined);
  }
}

function processOf(client: object): number {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
}
