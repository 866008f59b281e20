import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type LedgerDialect, MEAN_DIGITS, SUM_DIGITS } from './ledger-dialect.ts';
import { sqliteMovedMark } from './sqlite-moved-mark.ts';

const TIME_FORMATS = { hour: '%Y-%m-%dT%H', day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m', year: '%Y' } as const;

export const sqliteLedgerDialect: LedgerDialect = {
  columns: sql`select found.name as "table", info.name as "column", nullif(info.pk, 0) as place
    from sqlite_schema as found, pragma_table_info(found.name) as info
    where found.type = 'table' order by found.name, info.name`,
  movedMark: sqliteMovedMark,
  types: { text: 'text', integer: 'integer', real: 'real', bytes: 'blob', packedJson: 'blob' },
  finishTable: (table, clustered) => table.modifyEnd(clustered ? sql`strict, without rowid` : sql`strict`),
  oneOf: (column, values) => sql<SqlBool>`${column} in (select value from json_each(${JSON.stringify(values)}))`,
  indexed: (text) => sql<string | null>`${text}`,
  oneOfLong: (column, values) => sqliteLedgerDialect.oneOf(column, values),
  unindexed: (column) => sql`+${column}`,
  lock: () => undefined,
  packJson: (json) => sql<string>`jsonb(${json})`,
  unpackJson: (column) => sql<string>`json(${column})`,
  jsonText: (column, path) => sql<string | null>`${column} ->> ${jsonPath(path)}`,
  jsonNumber: (column, path) => sql<number | null>`${column} ->> ${jsonPath(path)}`,
  jsonMember: (column, name) => sql<string | null>`${column} -> ${jsonPath([name])}`,
  memberText: (column, member) => sql<string | null>`${column} ->> ${jsonPath([member])}`,
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
  sum: (value) => rounded(value, sql`sum(${value})`, SUM_DIGITS),
  mean: (value) => rounded(value, sql`avg(${value})`, MEAN_DIGITS),
  percentile: (value, fraction) => sql<number | null>`percentile_cont(${value}, ${fraction})`,
};

/** Of no numbers the text of a figure would be that of 0. */
function rounded(value: Expression<unknown>, figure: RawBuilder<unknown>, digits: number): RawBuilder<number | null> {
  return sql<number | null>`case when count(${value}) > 0 then cast(format(${sql.lit(`%.${digits}g`)}, ${figure}) as real) end`;
}

function jsonPath(path: readonly string[]): string {
  return `$${path.map((name) => `."${name}"`).join('')}`;
}
