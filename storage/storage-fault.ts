import { codeOf, FaultlineError } from '../kernel/index.ts';
import { FULL } from './disk-fault.ts';
import { movedFault } from './moved-fault.ts';

/** Result codes of SQLite that mean trouble with the file or another writer; any other code is a fault in our own SQL and passes through. */
const FILE_TROUBLE = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|PERM|AUTH|NOLFS)/;
/** A trigger of ours refused a write. */
const RAISED = 'SQLITE_CONSTRAINT_TRIGGER';
/** How the triggers begin that refuse writes to a ledger which was moved; the place follows. */
export const MOVED_WORDS = 'moved to ';
const IN_USE = /^SQLITE_(BUSY|LOCKED)/;

/**
 * Runs a piece of work on a SQLite file; `file` names it in the message (`graph`, `search`).
 * @throws FaultlineError `storage-failed`, `busy` or `store-moved` for what the file or another process causes; other errors as they are.
 */
export function storageFault<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = codeOf(error);
    if (code === RAISED && error.message.startsWith(MOVED_WORDS)) throw movedFault(error.message.slice(MOVED_WORDS.length), error);
    if (IN_USE.test(code)) throw new FaultlineError('busy', `The ${file} file is in use by another process; try again.`, { cause: error });
    if (code === 'SQLITE_FULL') throw new FaultlineError('storage-full', FULL, { cause: error });
    if (FILE_TROUBLE.test(code))
      throw new FaultlineError('storage-failed', `The ${file} file could not be read or written.`, { cause: error });
    throw error;
  }
}
