import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Clock, codeOf, FaultlineError } from '../../kernel/index.ts';
import { openSqlite } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import { isFile } from '../stores/store-locations.ts';

/** Which service runs on a data folder. */
export const SERVICE_FILE = 'service.db';

interface Holder {
  readonly process: number;
  readonly host: string;
  readonly since: string;
}

/** A second service is to be refused at once, and not after the five seconds that a writer waits. */
const WAIT_MILLISECONDS = 200;
const TABLE =
  'create table if not exists holder (one integer primary key check (one = 1), process integer not null, host text not null, since text not null)';

/**
 * Takes the data folder for one service, and gives what gives it back. Each service sweeps bytes that no document names and keeps in memory
 * how many callers it lets in, so of files there is one; where the ledger is on a server, several may serve. What is held is a lock of the
 * system on a file, which ends with the process however that ends: nothing stale is left behind, and a number used again misleads nobody.
 * @throws FaultlineError `conflict` that names the other service; `storage-failed`.
 */
export function holdFolder(config: Config, clock: Clock): () => void {
  if (!isFile(config, 'ledger')) return () => undefined;
  const database = openSqlite(join(config.home, SERVICE_FILE));
  const release = () => {
    if (database.open) database.close();
  };
  try {
    database.pragma(`busy_timeout = ${WAIT_MILLISECONDS}`);
    database.exec(TABLE);
    database
      .prepare('insert or replace into holder (one, process, host, since) values (1, ?, ?, ?)')
      .run(process.pid, hostname(), new Date(clock.now()).toISOString());
    // Others may read meanwhile who holds it.
    database.exec('begin immediate');
    return release;
  } catch (error) {
    const isHeld = codeOf(error).startsWith('SQLITE_BUSY');
    const holder = isHeld ? database.prepare<[], Holder>('select process, host, since from holder').get() : undefined;
    release();
    if (!isHeld) throw error;
    const who = holder === undefined ? '' : `: process ${holder.process} on ${holder.host}, since ${holder.since}`;
    throw new FaultlineError(
      'conflict',
      `A service runs on the data folder ${config.home} already${who}. Use that one, stop it first, or give this one a folder of its own by --home. To read documents faster, start \`faultline work\` beside it.`,
      { cause: error },
    );
  }
}
