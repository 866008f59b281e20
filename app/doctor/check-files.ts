import { existsSync } from 'node:fs';
import { toFaultlineError } from '../../kernel/index.ts';
import { compareSchema, type LedgerStore } from '../../ledger/index.ts';
import { checkIntegrity, openSqlite } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import { fileOf, isFile, ledgerStore } from '../stores/store-locations.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const FILES = [
  { name: 'ledger', remedy: 'stop the service, keep the folder as it is, and restore the last backup into another' },
  { name: 'search', remedy: 'run `faultline reindex --only search`' },
  { name: 'graph', remedy: 'run `faultline reindex --only graph`' },
] as const;

/** The SQLite files of a data folder: whole by SQLite's own check, and of the schema of this program. */
export async function checkFiles(config: Config): Promise<readonly DoctorLine[]> {
  const lines: DoctorLine[] = [];
  const isBegun = !isFile(config, 'ledger') || existsSync(fileOf(config, 'ledger'));
  for (const { name, remedy } of FILES) {
    if (!isFile(config, name)) continue;
    const path = fileOf(config, name);
    if (existsSync(path)) lines.push(checkFile(name, path, remedy));
    else if (isBegun) lines.push(ill(`file ${name}.db`, 'fail', 'is missing', remedy));
  }
  if (isFile(config, 'ledger') && isBegun && lines[0]?.level === 'ok') lines.push(await checkSchema(ledgerStore(config)));
  return lines;
}

function checkFile(name: string, path: string, remedy: string): DoctorLine {
  try {
    const database = openSqlite(path, { readonly: true });
    try {
      const faults = checkIntegrity(database);
      if (faults.length === 0) return well(`file ${name}.db`, 'whole by integrity_check');
      return ill(`file ${name}.db`, 'fail', `${faults.length} faults, the first: ${faults[0]}`, remedy);
    } finally {
      database.close();
    }
  } catch (error) {
    return ill(`file ${name}.db`, 'fail', toFaultlineError(error).message, remedy);
  }
}

export async function checkSchema(store: LedgerStore): Promise<DoctorLine> {
  const { missing, unknown } = await compareSchema(store);
  if (unknown.length > 0) {
    return ill('schema', 'fail', `the ledger has ${unknown.join(', ')}, which this program does not know`, 'use the newer program');
  }
  if (missing.length === 0) return well('schema', 'of this program');
  return ill('schema', 'warn', `the ledger lacks ${missing.join(', ')}`, 'make a backup; the next command that writes adds them');
}
