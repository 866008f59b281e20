import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Clock } from '../../kernel/index.ts';
import type { LedgerDialect } from './dialect/ledger-dialect.ts';
import type { LedgerSchema } from './schema.ts';

/** Reads may run on either handle; writes take a `Writing`, so that a query cannot slip out of its transaction. */
export type Reading = Kysely<LedgerSchema>;
export type Writing = Transaction<LedgerSchema>;

/**
 * How repositories reach the database: writes of knowledge one after another, over all processes, and readers that never wait for
 * them. `work` may be done again from its beginning, so it changes nothing but the database.
 */
export interface Connections {
  readonly dialect: LedgerDialect;
  readonly clock: Clock;
  readonly reader: Reading;
  /** One transaction, committed when `work` ends and undone when it throws. Nothing but database work belongs inside. */
  write<Out>(work: (trx: Writing) => Promise<Out>): Promise<Out>;
  /**
   * The same, but on the disk only with a later `write`, where the database can tell that apart: for what a job does again when the
   * power failed in between. A crash of the process loses nothing, and what is lost is always the end.
   */
  writeSoon<Out>(work: (trx: Writing) => Promise<Out>): Promise<Out>;
  /**
   * A transaction that waits for no write of knowledge where the database lets several write: for rows that their own lock or one
   * of the dialect's guards. `soon` as for `writeSoon`.
   */
  writeBeside<Out>(when: 'now' | 'soon', work: (trx: Writing) => Promise<Out>): Promise<Out>;
  /**
   * The only transaction that writes, over all processes: waits for those under way, and others are refused as `busy` until it ends,
   * which may take long. Never done again.
   */
  writeAlone<Out>(work: (trx: Writing) => Promise<Out>): Promise<Out>;
  /** Reads one committed state, however long that takes and whatever is written meanwhile. */
  readOneState<Out>(work: (reader: Reading) => Promise<Out>): Promise<Out>;
  /** The rows of a long read, which ends when the signal says so. @throws the reason of the signal. */
  query<Row extends object>(statement: RawBuilder<Row>, signal: AbortSignal): Promise<readonly Row[]>;
  close(): Promise<void>;
}
