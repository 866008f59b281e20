import { accessSync, constants, existsSync } from 'node:fs';
import { codeOf, toFaultlineError } from '../../kernel/index.ts';
import { compareSchema, type LedgerStore } from '../../ledger/index.ts';
import { asIs, DOCTOR_WORDS, type Said } from '../../ontology/index.ts';
import { checkIntegrity, openSqlite } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import { fileOf, isFile, ledgerStore } from '../stores/store-locations.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.files;
const FILES = [
  { name: 'ledger', remedy: WORDS.ledger },
  { name: 'search', remedy: WORDS.search },
  { name: 'graph', remedy: WORDS.graph },
] as const;

/** The SQLite files of a data folder: whole by SQLite's own check, and of the schema of this program. */
export async function checkFiles(config: Config): Promise<readonly DoctorLine[]> {
  const lines: DoctorLine[] = [];
  const isBegun = !isFile(config, 'ledger') || existsSync(fileOf(config, 'ledger'));
  for (const { name, remedy } of FILES) {
    if (!isFile(config, name)) continue;
    const path = fileOf(config, name);
    if (existsSync(path)) lines.push(checkFile(name, path, remedy));
    else if (isBegun) lines.push(ill(`file ${name}.db`, 'fail', WORDS.missing, remedy));
  }
  if (isFile(config, 'ledger') && isBegun && lines[0]?.level === 'ok') lines.push(await checkSchema(ledgerStore(config)));
  return lines;
}

function checkFile(name: string, path: string, remedy: Said): DoctorLine {
  const denied = deniedBy(path);
  // What may not be read is not known to be damaged: nothing is to be restored.
  if (denied !== undefined) return ill(`file ${name}.db`, 'fail', DOCTOR_WORDS.machine.noAccess(path, denied), DOCTOR_WORDS.machine.rights);
  try {
    const database = openSqlite(path, { readonly: true });
    try {
      const faults = checkIntegrity(database);
      if (faults.length === 0) return well(`file ${name}.db`, WORDS.whole);
      return ill(`file ${name}.db`, 'fail', WORDS.faults(faults.length, faults[0] ?? ''), remedy);
    } finally {
      database.close();
    }
  } catch (error) {
    return ill(`file ${name}.db`, 'fail', asIs(toFaultlineError(error).message), remedy);
  }
}

/** By which code the system denies a file to whoever runs this. */
function deniedBy(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

export async function checkSchema(store: LedgerStore): Promise<DoctorLine> {
  const { missing, unknown } = await compareSchema(store);
  if (unknown.length > 0) return ill('schema', 'fail', WORDS.unknown(unknown.join(', ')), WORDS.newer);
  if (missing.length === 0) return well('schema', WORDS.ofThis);
  return ill('schema', 'warn', WORDS.lacks(missing.join(', ')), WORDS.backUp);
}
