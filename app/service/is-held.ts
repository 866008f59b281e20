import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../kernel/index.ts';
import { openSqlite } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import { isFile } from '../stores/store-locations.ts';
import { SERVICE_FILE } from './hold-folder.ts';

/** Whether a service runs on the data folder; false where the ledger is on a server too, since there several may. @throws FaultlineError `storage-failed`. */
export function isHeld(config: Config): boolean {
  const file = join(config.home, SERVICE_FILE);
  if (!isFile(config, 'ledger') || !existsSync(file)) return false;
  const database = openSqlite(file);
  try {
    database.pragma('busy_timeout = 0');
    database.exec('begin immediate');
    database.exec('rollback');
    return false;
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    database.close();
  }
}
