import type { BookmarkManager, Config, Driver, ManagedTransaction, Session } from 'neo4j-driver';
import { FaultlineError, untilAborted } from '../../../kernel/index.ts';
import type { Neo4jOptions } from './neo4j-options.ts';
import { serverFault, tookTooLong } from './server-fault.ts';

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 120_000;
/** A transaction is run again after a transient fault until this long after its start. A reader's patience is shorter. */
const READ_RETRY_MS = 1_500;
const WRITE_RETRY_MS = 30_000;
/** The server ends a transaction up to about a second late; only a server that hangs is given up from here. */
const LATE_MS = 2_000;
const CONNECT_MS = 5_000;
const STORE_NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** Runs one statement; all that is data is a parameter. Whole numbers go and come as integers. */
export type Run = (cypher: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Transactions on one database. Every method throws a FaultlineError for what the server causes (see `serverFault`). */
export interface Neo4jConnection {
  /** One read-only transaction; `work` may run more than once. @throws the signal's reason. */
  read<T>(work: (run: Run) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** One transaction, run again after transient faults such as deadlocks: `work` may run more than once. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Drivers {
  readonly reader: Driver;
  readonly writer: Driver;
  /** Lets a read see what was written before it, also where another member of a cluster serves it. */
  readonly bookmarkManager: BookmarkManager;
  readonly toInteger: (value: number) => unknown;
}

/**
 * A connection that is made when it is first used, so that an application starts while the server is down.
 * @throws FaultlineError `invalid-configuration` for a store name or address of the wrong form.
 */
export function connectNeo4j(options: Neo4jOptions): Neo4jConnection {
  const { uri, database = 'neo4j', readTimeoutMs = READ_TIMEOUT_MS, writeTimeoutMs = WRITE_TIMEOUT_MS } = options;
  if (!STORE_NAME.test(options.store)) {
    throw new FaultlineError(
      'invalid-configuration',
      'The name of a graph store in Neo4j is of lower-case letters, digits, ".", "_", "-".',
    );
  }
  let opened: Promise<Drivers> | undefined;
  const drivers = async () => {
    opened ??= openDrivers(options);
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };

  async function transact<T>(
    begin: (drivers: Drivers) => Session,
    execute: (session: Session, work: (transaction: ManagedTransaction) => Promise<T>) => Promise<T>,
    work: (run: Run) => Promise<T>,
    limitMs: number,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    signal?.throwIfAborted();
    const both = await drivers();
    const session = begin(both);
    const limit = AbortSignal.timeout(limitMs);
    const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    try {
      return await untilAborted(
        execute(session, (transaction) => work(runIn(transaction, both.toInteger))),
        stop,
      );
    } catch (error) {
      signal?.throwIfAborted();
      throw limit.aborted ? tookTooLong(uri, error) : serverFault(error, uri);
    } finally {
      // Closing ends what still runs on the server. It is not waited for: a server that hangs would hold the caller here.
      session.close().catch(() => undefined);
    }
  }

  return {
    read: (work, signal) =>
      transact(
        ({ reader, bookmarkManager }) => reader.session({ database, defaultAccessMode: 'READ', bookmarkManager }),
        (session, run) => session.executeRead(run, { timeout: readTimeoutMs }),
        work,
        readTimeoutMs + LATE_MS,
        signal,
      ),
    write: (work) =>
      transact(
        ({ writer, bookmarkManager }) => writer.session({ database, defaultAccessMode: 'WRITE', bookmarkManager }),
        (session, run) => session.executeWrite(run, { timeout: writeTimeoutMs }),
        work,
        writeTimeoutMs + WRITE_RETRY_MS + LATE_MS,
        undefined,
      ),
    async close() {
      if (opened === undefined) return;
      const { reader, writer } = await opened;
      await Promise.all([reader.close(), writer.close()]);
    },
  };
}

async function openDrivers({ uri, certificateAuthorityFile, username, password }: Neo4jOptions): Promise<Drivers> {
  const { default: neo4j } = await import('neo4j-driver');
  // The driver takes an authority only where its address says nothing of encryption.
  const [address, encryption]: [string, Config] =
    certificateAuthorityFile === undefined
      ? [uri, {}]
      : [
          uri.replace(/^(bolt|neo4j)\+s:/, '$1:'),
          { encrypted: true, trust: 'TRUST_CUSTOM_CA_SIGNED_CERTIFICATES', trustedCertificates: [certificateAuthorityFile] },
        ];
  const open = (maxTransactionRetryTime: number) =>
    neo4j.driver(address, neo4j.auth.basic(username, password), {
      ...encryption,
      disableLosslessIntegers: true,
      maxTransactionRetryTime,
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS * 2,
      telemetryDisabled: true,
      userAgent: 'faultline',
    });
  try {
    return {
      reader: open(READ_RETRY_MS),
      writer: open(WRITE_RETRY_MS),
      bookmarkManager: neo4j.bookmarkManager(),
      toInteger: (value) => neo4j.int(value),
    };
  } catch (error) {
    throw new FaultlineError('invalid-configuration', 'The address of Neo4j is not of the form bolt://host:port or neo4j://host:port.', {
      cause: error,
    });
  }
}

function runIn(transaction: ManagedTransaction, toInteger: Drivers['toInteger']): Run {
  return async (cypher, parameters) => {
    const { records } = await transaction.run(cypher, integersOf(parameters, toInteger) as Record<string, unknown>);
    return records.map((record) => record.toObject());
  };
}

/** The driver would send every number as a float. */
function integersOf(value: unknown, toInteger: Drivers['toInteger']): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return toInteger(value);
  if (Array.isArray(value)) return value.map((item) => integersOf(item, toInteger));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, integersOf(item, toInteger)]));
}
