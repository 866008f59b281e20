import type { Writing } from './connections.ts';
import type { LedgerDialect, LedgerLock } from './dialect/ledger-dialect.ts';

/** Waits for the transactions that hold a lock; it is held until the end of this one. */
export async function takeLock(trx: Writing, dialect: LedgerDialect, name: LedgerLock): Promise<void> {
  await dialect.lock(name)?.execute(trx);
}
