import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { RecentMap } from '../../../kernel/index.ts';
import { storageFault } from '../../../storage/index.ts';
import { breathe, lookRound } from './breathe.ts';

/** Prepared statements kept; batches have many lengths, so this is well above the number of queries in the code. */
const STATEMENTS_KEPT = 400;
/** As messages name it. */
const FILE = 'ledger';

/**
 * A Kysely dialect over an open better-sqlite3 database, which it closes when it is destroyed. A `breathing` one is for reads that
 * calls wait for: see `breathe`.
 */
export function sqliteDialect(database: SqliteDatabase, { breathing = false } = {}): Dialect {
  const cached = new StatementCache(database);
  const base = new SqliteDialect({ database: cached });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => (breathing ? new BreathingDriver({ database: cached }) : new ImmediateDriver({ database: cached })),
    createIntrospector: (db) => base.createIntrospector(db),
    createQueryCompiler: () => base.createQueryCompiler(),
  };
}

/** A deferred transaction that read first loses its work to SQLITE_BUSY when it writes; one that takes the lock at once waits instead. */
class ImmediateDriver extends SqliteDriver {
  /** Between two transactions others have their turn, or one who writes on and on would keep readers waiting that look round. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await lookRound();
    return super.acquireConnection();
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Lets timers and messages in before a statement when it is time, and gives no statement to a call that has ended. */
class BreathingDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    await breathe();
    const connection = await super.acquireConnection();
    return {
      async executeQuery<Row>(query: CompiledQuery) {
        // What ends a transaction is done for a call that is over too.
        if (query.sql !== 'rollback') await breathe();
        return connection.executeQuery<Row>(query);
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }
}

/** SQLite can roll back `create table`; Kysely must be told, else a failed migration leaves half its tables. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** As the database says it, a file that is in use or damaged would be a fault of ours. */
function toldInOurWords(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => storageFault(FILE, () => statement.all(parameters)),
    run: (parameters) => storageFault(FILE, () => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

/** Preparing costs more than running, so statements are kept, the least recently used going first. */
class StatementCache implements SqliteDatabase {
  readonly #database: SqliteDatabase;
  readonly #statements = new RecentMap<string, SqliteStatement>(STATEMENTS_KEPT);

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  prepare(text: string): SqliteStatement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = toldInOurWords(storageFault(FILE, () => this.#database.prepare(text)));
    this.#statements.set(text, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
