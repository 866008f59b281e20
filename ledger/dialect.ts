import {
  type ColumnDataType,
  CompiledQuery,
  type CreateTableBuilder,
  type DatabaseConnection,
  type Dialect,
  type Expression,
  type RawBuilder,
  type SqlBool,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import { type Field, RecentMap, type TimeUnit } from '../kernel/index.ts';

/** Prepared statements kept; batches have many lengths, so this is well above the number of queries in the code. */
const STATEMENTS_KEPT = 400;

/**
 * All that differs between the databases a ledger can stand on. Values bound are texts, numbers and null only (SQLite refuses
 * booleans and dates): truth is 0 or 1, instants are milliseconds, structures are JSON text.
 */
export interface LedgerDialect {
  readonly types: {
    /** Text compared by code unit, whatever the locale of the server. */
    readonly text: ColumnDataType | Expression<unknown>;
    readonly integer: ColumnDataType | Expression<unknown>;
    readonly real: ColumnDataType | Expression<unknown>;
    readonly bytes: ColumnDataType | Expression<unknown>;
    /** JSON in the form in which the database finds a member fastest. */
    readonly packedJson: ColumnDataType | Expression<unknown>;
  };
  /** Ends `create table`; `clustered` keeps the rows in the order of the primary key. */
  finishTable(table: CreateTableBuilder<string, string>, clustered: boolean): CreateTableBuilder<string, string>;
  /** One bound parameter however many values, so that statements are prepared once. */
  oneOf(column: Expression<unknown>, values: readonly (string | number)[]): RawBuilder<SqlBool>;
  /** A column that the planner must not start from: SQLite, which knows no distribution, would walk all versions to find ten passages. */
  unindexed(column: Expression<unknown>): RawBuilder<unknown>;
  /** Whether the commits that follow on a connection may reach the disk later; stated outside a transaction. */
  commitSoon(isSoon: boolean): RawBuilder<unknown>;
  packJson(text: string | Expression<unknown>): RawBuilder<string>;
  unpackJson(column: Expression<unknown>): RawBuilder<string>;
  /** Text at a path of member names; null when there is none. Names hold no quotation mark and no backslash. */
  jsonText(column: Expression<unknown>, path: readonly string[]): RawBuilder<string | null>;
  jsonNumber(column: Expression<unknown>, path: readonly string[]): RawBuilder<number | null>;
  /** Keys of the cells of `record` that rows are looked up by, each in the very words of the index that holds it. */
  readonly indexedKeys: Readonly<Partial<Record<Field, RawBuilder<string | null>>>>;
  /** Whether `haystack` contains `needle` literally. */
  contains(haystack: Expression<unknown>, needle: string | Expression<unknown>): RawBuilder<SqlBool>;
  /** Label of the calendar bucket (see `Grouping`) of an instant in milliseconds, on clocks that are `ahead` minutes of UTC. */
  timeBucket(instant: Expression<unknown>, unit: TimeUnit, ahead: number): RawBuilder<string | null>;
  /** Aggregate of the numbers that are not null: exact, between two of them by distance; `fraction` from 0 to 1. */
  percentile(value: Expression<unknown>, fraction: number): RawBuilder<number | null>;
}

const TIME_FORMATS = { hour: '%Y-%m-%dT%H', day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m', year: '%Y' } as const;

export const sqliteLedgerDialect: LedgerDialect = {
  types: { text: 'text', integer: 'integer', real: 'real', bytes: 'blob', packedJson: 'blob' },
  finishTable: (table, clustered) => table.modifyEnd(clustered ? sql`strict, without rowid` : sql`strict`),
  oneOf: (column, values) => sql<SqlBool>`${column} in (select value from json_each(${JSON.stringify(values)}))`,
  unindexed: (column) => sql`+${column}`,
  commitSoon: (isSoon) => (isSoon ? sql`pragma synchronous = normal` : sql`pragma synchronous = full`),
  packJson: (text) => sql<string>`jsonb(${text})`,
  unpackJson: (column) => sql<string>`json(${column})`,
  jsonText: (column, path) => sql<string | null>`${column} ->> ${jsonPath(path)}`,
  jsonNumber: (column, path) => sql<number | null>`${column} ->> ${jsonPath(path)}`,
  indexedKeys: {
    asset: sql<string | null>`columns ->> '$."asset"."key"'`,
    'alarm-code': sql<string | null>`columns ->> '$."alarm-code"."key"'`,
  },
  contains: (haystack, needle) => sql<SqlBool>`instr(${haystack}, ${needle}) > 0`,
  timeBucket(instant, unit, ahead) {
    const label = (format: string) =>
      sql<string | null>`strftime(${sql.lit(format)}, floor(${instant} / 1000.0) + ${sql.lit(ahead * 60)}, 'unixepoch')`;
    if (unit !== 'quarter') return label(TIME_FORMATS[unit]);
    return sql<string | null>`${label('%Y')} || '-Q' || ((cast(${label('%m')} as integer) + 2) / 3)`;
  },
  percentile: (value, fraction) => sql<number | null>`percentile_cont(${value}, ${fraction})`,
};

/** A Kysely dialect over an open better-sqlite3 database, which it closes when it is destroyed. */
export function sqliteDialect(database: SqliteDatabase): Dialect {
  const cached = new StatementCache(database);
  const base = new SqliteDialect({ database: cached });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: cached }),
    createIntrospector: (db) => base.createIntrospector(db),
    createQueryCompiler: () => base.createQueryCompiler(),
  };
}

/** A deferred transaction that read first loses its work to SQLITE_BUSY when it writes; one that takes the lock at once waits instead. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can roll back `create table`; Kysely must be told, else a failed migration leaves half its tables. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
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
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

function jsonPath(path: readonly string[]): string {
  return `$${path.map((name) => `."${name}"`).join('')}`;
}
