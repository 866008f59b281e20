import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { LedgerDialect } from '../dialect/ledger-dialect.ts';

type ColumnType = 'text' | 'integer' | 'real' | 'bytes' | 'packedJson';

/** A table as data: `?` after a type allows null. `clustered` tables are read by ranges of their primary key. */
export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
  readonly key: readonly string[];
  readonly clustered?: boolean;
  readonly indexes?: readonly (readonly string[])[];
  /** Indexed columns whose texts may be of any length. */
  readonly long?: readonly string[];
}

/** Creates the tables of a migration with their indexes, in the order given. */
export async function createTables(
  db: Kysely<unknown>,
  dialect: LedgerDialect,
  tables: Readonly<Record<string, TableShape>>,
): Promise<void> {
  for (const [name, shape] of Object.entries(tables)) {
    let table = db.schema.createTable(name) as unknown as CreateTableBuilder<string, string>;
    for (const [column, type] of Object.entries(shape.columns)) {
      const base = type.replace('?', '') as ColumnType;
      table = table.addColumn(column, dialect.types[base], (definition) => (type.endsWith('?') ? definition : definition.notNull()));
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, shape.key.slice());
    await dialect.finishTable(table, shape.clustered === true).execute();
    for (const columns of shape.indexes ?? []) {
      const entries = columns.map((column) => (shape.long?.includes(column) ? dialect.indexed(sql.ref(column)) : sql.ref(column)));
      await sql`create index ${sql.ref(`${name}_by_${columns.slice(0, 2).join('_')}`)} on ${sql.table(name)} (${sql.join(entries)})`.execute(
        db,
      );
    }
  }
}
