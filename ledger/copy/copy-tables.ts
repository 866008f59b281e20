import { type Kysely, sql } from 'kysely';
import { canonicalJson, digestAsyncLines, FaultlineError, type Json } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Connections, Reading, Writing } from '../connection/connections.ts';
import { toPackedJson } from '../connection/dialect/postgres-text.ts';
import { PACKED_COLUMNS } from '../rows/packed-columns.ts';

/** Rows read and written at a time: few, since a row may hold a whole passage. */
const PAGE_ROWS = 200;
/** Tables of this name begin so are Kysely's and SQLite's own. */
const OWN_TABLES = /^(kysely_|sqlite_)/;
/** Who does what at the moment, which processes on a copy do not. */
const NOT_COPIED: ReadonlySet<string> = new Set(['turn']);

type Cell = string | number | Uint8Array | null;
type Row = Readonly<Record<string, Cell>>;

/** A table as the database describes it; columns by name, those of the primary key in its order. */
export interface LedgerTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** A ledger within a transaction of it. */
export interface LedgerSide<Handle extends Reading | Writing = Reading> {
  readonly dialect: Connections['dialect'];
  readonly db: Handle;
}

export interface CopyProgress {
  readonly table: string;
  readonly rows: number;
}

/** All tables of a ledger, by name. */
export async function tablesOf({ dialect, db }: LedgerSide): Promise<readonly LedgerTable[]> {
  const { rows } = await dialect.columns.execute(db);
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !OWN_TABLES.test(name)).sort();
  return names.map((name) => {
    const columns = rows.filter(({ table }) => table === name);
    const inKey = columns.flatMap(({ column, place }) => (place === null ? [] : [{ column, place }]));
    return {
      name,
      columns: columns.map(({ column }) => column).sort(),
      key: inKey.sort((a, b) => a.place - b.place).map(({ column }) => column),
    };
  });
}

/**
 * Copies every table into a ledger of the same schema that is empty, reads the copy back and compares each table with its source.
 * @returns the number of rows.
 * @throws FaultlineError `conflict` when the target holds anything; `internal` when the schemas part or a copy is not equal.
 */
export async function copyTables(
  source: LedgerSide,
  target: LedgerSide<Writing>,
  onProgress: (progress: CopyProgress) => void,
  signal: AbortSignal,
): Promise<number> {
  const tables = await tablesOf(source);
  if (JSON.stringify(tables) !== JSON.stringify(await tablesOf(target)))
    throw new FaultlineError('internal', 'The two ledgers have not the same tables, so one cannot be copied into the other.');
  const copied = tables.filter(({ name }) => !NOT_COPIED.has(name));
  for (const { name } of copied) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(target.db);
    if (rows.length > 0)
      throw new FaultlineError(
        'conflict',
        `The ledger to be filled is not empty (table "${name}" has rows): give an empty database, or move the file away.`,
      );
  }
  let all = 0;
  for (const table of copied) {
    let rows = 0;
    const copying = async function* () {
      for await (const page of pagesOf(source, table, signal)) {
        await insert(target, table, page);
        rows += page.length;
        onProgress({ table: table.name, rows });
        for (const row of page) yield lineOf(row);
      }
    };
    const given = await digestAsyncLines(copying());
    if ((await digestTable(target, table, signal)) !== given)
      throw new FaultlineError('internal', `The copy of the table "${table.name}" is not what was copied; nothing was kept of it.`);
    all += rows;
  }
  return all;
}

/** Of all rows in the order of their key. */
async function digestTable(side: LedgerSide, table: LedgerTable, signal: AbortSignal): Promise<string> {
  const lines = async function* () {
    for await (const page of pagesOf(side, table, signal)) for (const row of page) yield lineOf(row);
  };
  return digestAsyncLines(lines());
}

async function* pagesOf(
  { dialect, db }: LedgerSide,
  { name, columns, key }: LedgerTable,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  const selected = columns.map((column) =>
    PACKED_COLUMNS.has(column) ? sql`${dialect.unpackJson(sql.ref(column))} as ${sql.ref(column)}` : sql.ref(column),
  );
  const order = key.map((column) => sql.ref(column));
  for (let after: readonly Cell[] | undefined; ; ) {
    signal.throwIfAborted();
    const from = after === undefined ? sql`1 = 1` : sql`(${sql.join(order)}) > (${sql.join(after.map((value) => sql`${value}`))})`;
    const { rows } = await sql<Row>`select ${sql.join(selected)} from ${sql.table(name)} where ${from}
      order by ${sql.join(order)} limit ${PAGE_ROWS}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = key.map((column) => last[column] ?? null);
  }
}

async function insert({ dialect, db }: LedgerSide<Writing>, { name, columns }: LedgerTable, rows: readonly Row[]): Promise<void> {
  // Which table it is shows only when it runs, so the types of the schema do not help.
  const target = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  for (const some of batches(rows)) {
    const values = some.map((row) =>
      Object.fromEntries(
        columns.map((column) => {
          const cell = row[column] ?? null;
          return [column, PACKED_COLUMNS.has(column) && typeof cell === 'string' ? dialect.packJson(cell) : cell];
        }),
      ),
    );
    await target.insertInto(name).values(values).execute();
  }
}

/** Equal for rows that are equal; of packed JSON as far as every database keeps it: not the order of members within members. */
function lineOf(row: Row): string {
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((column) => {
        const cell = row[column] ?? null;
        if (cell instanceof Uint8Array) return { bytes: Buffer.from(cell).toString('base64') };
        return PACKED_COLUMNS.has(column) && typeof cell === 'string' ? canonicalJson(JSON.parse(toPackedJson(cell)) as Json) : cell;
      }),
  );
}
