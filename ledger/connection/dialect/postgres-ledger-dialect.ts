import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { LEDGER_LOCKS, type LedgerDialect, MEAN_DIGITS } from './ledger-dialect.ts';
import { postgresMovedMark } from './postgres-moved-mark.ts';
import { toPackedJson } from './postgres-text.ts';

/**
 * First half of the names of our advisory locks in the database; of the second, 1 is that of knowledge, and 0 is shared by all that
 * write and taken alone by who holds them all out.
 */
const LOCKS = 0x464c;
const KNOWLEDGE_LOCK = `pg_advisory_xact_lock(${LOCKS}, 1)`;
const WRITING_LOCK = `pg_try_advisory_xact_lock_shared(${LOCKS}, 0)`;
/** What transactions begin with that write beside others, that write knowledge in turn, and that hold all others out. */
export const TAKE_LOCKS = {
  beside: `select ${WRITING_LOCK} as is_free`,
  inTurn: `select case when ${WRITING_LOCK} then ${KNOWLEDGE_LOCK}::text is not null else false end as is_free`,
  alone: `select pg_advisory_xact_lock(${LOCKS}, 0)`,
} as const;
export const MIGRATION_LOCK = `${LOCKS}, 2`;
const FIRST_LEDGER_LOCK = 3;

/** Characters of a text that an index keeps: an entry must not be longer than 2,700 bytes. */
const INDEXED_CHARACTERS = 200;
/** Seconds of the years 1 to 9999, as far as buckets have names. */
const CALENDAR = { first: -62_135_596_800, last: 253_402_300_799 } as const;
const TIME_FORMATS = {
  hour: 'YYYY-MM-DD"T"HH24',
  day: 'YYYY-MM-DD',
  week: 'IYYY-"W"IW',
  month: 'YYYY-MM',
  quarter: 'YYYY-"Q"Q',
  year: 'YYYY',
} as const;

export const postgresLedgerDialect: LedgerDialect = {
  columns: sql`select relname::text as "table", attname::text as "column", array_position(indkey::int2[], attnum) as place
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      left join pg_index on indrelid = pg_class.oid and indisprimary
    where relnamespace = current_schema()::regnamespace and relkind = 'r' order by relname, attname`,
  movedMark: postgresMovedMark,
  types: { text: sql`text collate "C"`, integer: 'bigint', real: 'double precision', bytes: 'bytea', packedJson: 'jsonb' },
  finishTable: (table) => table,
  oneOf(column, values) {
    // Of no values the type cannot be told.
    if (values.length === 0) return sql<SqlBool>`false`;
    return sql<SqlBool>`${column} = any(${values}::${typeOf(values)}[])`;
  },
  indexed: (text) => sql<string | null>`left(${text}, ${sql.lit(INDEXED_CHARACTERS)})`,
  oneOfLong(column, values) {
    const asked = sql`unnest(${values}::text[]) as asked (long)`;
    const begins = sql`${postgresLedgerDialect.indexed(column)} = any(array(select ${postgresLedgerDialect.indexed(sql.ref('long'))} from ${asked}))`;
    return sql<SqlBool>`(${begins} and ${postgresLedgerDialect.oneOf(column, values)})`;
  },
  unindexed: (column) => sql`${column}`,
  lock: (name) => sql`select pg_advisory_xact_lock(${sql.lit(LOCKS)}, ${sql.lit(FIRST_LEDGER_LOCK + LEDGER_LOCKS.indexOf(name))})`,
  packJson: (json) => sql<string>`${toPackedJson(json)}::jsonb`,
  unpackJson: (column) => sql<string>`${column}`,
  jsonText: (column, path) => sql<string | null>`((${column} #>> ${path}::text[]) collate "C")`,
  jsonNumber: (column, path) => sql<number | null>`((${column} #>> ${path}::text[])::double precision)`,
  jsonMember: (column, name) => sql<string | null>`(${column} -> ${name}::text)::text`,
  // What `jsonb` does not take stands in other members than the one that is asked for.
  memberText: (column, member) =>
    sql<
      string | null
    >`((regexp_replace(${column}, '\\\\u(0000|d[89a-f][0-9a-f]{2})', '\\\\ufffd', 'gi')::jsonb ->> ${member}) collate "C")`,
  indexedKeys: {
    asset: sql<string | null>`((columns -> 'asset' ->> 'key') collate "C")`,
    'alarm-code': sql<string | null>`((columns -> 'alarm-code' ->> 'key') collate "C")`,
  },
  contains: (haystack, needle) => sql<SqlBool>`strpos(${haystack}, ${needle}) > 0`,
  timeBucket(instant, unit, ahead) {
    const seconds = sql`(floor((${instant})::double precision / 1000) + ${sql.lit(ahead * 60)})`;
    return sql<string | null>`(case when ${seconds} between ${sql.lit(CALENDAR.first)} and ${sql.lit(CALENDAR.last)}
      then to_char(to_timestamp(${seconds}) at time zone 'UTC', ${sql.lit(TIME_FORMATS[unit])}) end collate "C")`;
  },
  sum: (value) => rounded(sql`sum(${exact(value)})`),
  mean: (value) =>
    sql<
      number | null
    >`to_char(avg(${exact(value)})::double precision, ${sql.lit(`9.${'9'.repeat(MEAN_DIGITS - 1)}EEEE`)})::double precision`,
  percentile: (value, fraction) => sql<number | null>`percentile_cont(${fraction}::double precision) within group (order by ${value})`,
};

function typeOf(values: readonly (string | number)[]): RawBuilder<unknown> {
  if (typeof values[0] === 'string') return sql`text`;
  return values.every((value) => Number.isInteger(value)) ? sql`bigint` : sql`double precision`;
}

/** The decimal number that is written for a double; the plain cast keeps 15 digits of it. */
function exact(value: Expression<unknown>): RawBuilder<unknown> {
  return sql`(${value})::text::numeric`;
}

/** The cast of a double to a decimal number keeps 15 digits. */
function rounded(figure: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`${figure}::double precision::numeric::double precision`;
}
