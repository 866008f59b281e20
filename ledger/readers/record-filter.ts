import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  assertNever,
  type COMPARISONS,
  FaultlineError,
  type Field,
  type Filter,
  fold,
  type Grouping,
  zoneMinutes,
} from '../../kernel/index.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { keysOfText, storedField } from '../rows/record-cells.ts';

/** One member of a cell of `record`: what it is compared by, its text, or its number. */
export interface RecordCells {
  key(field: Field): RawBuilder<string | null>;
  text(field: Field): RawBuilder<string | null>;
  concept(field: Field): RawBuilder<string | null>;
  /** Number as written, lower bound of a quantity, or instant of a date. */
  number(field: Field): RawBuilder<number | null>;
  searched(field: Field): RawBuilder<string | null>;
  /** Instant of a date; null for a number. */
  time(field: Field): RawBuilder<number | null>;
  /** Unit that a quantity is written in. */
  unit(field: Field): RawBuilder<string | null>;
  /** What rows of one group have in common. */
  group(grouping: Grouping): RawBuilder<string | null>;
}

export function makeRecordCells(dialect: LedgerDialect): RecordCells {
  const column = (field: Field) => sql.ref(field.startsWith('coded:') ? 'record.coded' : 'record.columns');
  const text = (field: Field, member: string) => dialect.jsonText(column(field), [storedField(field), member]);
  const number = (field: Field) => dialect.jsonNumber(column(field), [storedField(field), 'sort']);
  const time = (field: Field) => sql<number | null>`case when ${text(field, 'kind')} = 'date' then ${number(field)} end`;
  return {
    key: (field) => dialect.indexedKeys[field] ?? text(field, 'key'),
    text: (field) => text(field, 'text'),
    concept: (field) => text(field, 'concept'),
    number,
    time,
    unit: (field) => dialect.jsonText(column(field), [storedField(field), 'quantity', 'unit']),
    group: (grouping) =>
      grouping.kind === 'field'
        ? text(grouping.field, 'key')
        : dialect.timeBucket(time(grouping.field), grouping.unit, minutesOf(grouping.zone)),
    searched: (field) => sql<string | null>`coalesce(${text(field, 'fold')}, substr(${text(field, 'key')}, 3))`,
  };
}

/** A filter as a condition on `record` joined with `version`, `unrepeated` being that of the kind of this name; never null, so that `not` means what it says for empty cells. */
export function filterCondition(
  dialect: LedgerDialect,
  cells: RecordCells,
  filter: Filter,
  unrepeated: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  const nested = (filters: readonly Filter[], word: 'and' | 'or', none: number) =>
    filters.length === 0
      ? sql<SqlBool>`${sql.lit(none)} = 1`
      : sql<SqlBool>`(${sql.join(
          filters.map((part) => filterCondition(dialect, cells, part, unrepeated)),
          word === 'and' ? sql` and ` : sql` or `,
        )})`;
  switch (filter.kind) {
    case 'all':
      return nested(filter.filters, 'and', 1);
    case 'any':
      return nested(filter.filters, 'or', 0);
    case 'not':
      return sql<SqlBool>`not (${filterCondition(dialect, cells, filter.filter, unrepeated)})`;
    case 'equals':
      return oneOf(dialect, cells, filter.field, [filter.value]);
    case 'in':
      return oneOf(dialect, cells, filter.field, filter.values);
    case 'contains':
      return known(cells.key(filter.field), dialect.contains(cells.searched(filter.field), fold(filter.text)));
    case 'compare': {
      const number = cells.number(filter.field);
      return known(number, sql<SqlBool>`${number} ${sql.raw(OPERATORS[filter.operator])} ${filter.value}`);
    }
    case 'between': {
      const number = cells.number(filter.field);
      const from = filter.from === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${number} >= ${filter.from}`;
      const to = filter.to === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${number} < ${filter.to}`;
      return known(number, sql<SqlBool>`${from} and ${to}`);
    }
    case 'null':
      return sql<SqlBool>`(${cells.key(filter.field)} is null)`;
    case 'document':
      return sql<SqlBool>`(version.document = ${filter.id})`;
    case 'unrepeated':
      return unrepeated;
    case 'group': {
      const group = cells.group(filter.grouping);
      return filter.key === null ? sql<SqlBool>`(${group} is null)` : known(group, sql<SqlBool>`${group} = ${filter.key}`);
    }
    default:
      return assertNever(filter);
  }
}

/** What may stand in SQL for a comparison: an operator that came from outside never does. */
export const OPERATORS: Readonly<Record<(typeof COMPARISONS)[number], string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Texts are compared by key, numbers by number. */
function oneOf(dialect: LedgerDialect, cells: RecordCells, field: Field, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  const texts = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  const byText = known(cells.key(field), dialect.oneOfLong(cells.key(field), texts.flatMap(keysOfText)));
  const byNumber = known(cells.number(field), dialect.oneOf(cells.number(field), numbers));
  if (numbers.length === 0) return byText;
  return texts.length === 0 ? byNumber : sql<SqlBool>`(${byText} or ${byNumber})`;
}

/** @throws FaultlineError `invalid-request`. */
function minutesOf(zone = 'UTC'): number {
  const minutes = zoneMinutes(zone);
  if (minutes === undefined) throw new FaultlineError('invalid-request', `"${zone}" is no zone; give UTC or an offset such as +08:00.`);
  return minutes;
}

function known(value: RawBuilder<unknown>, condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${value} is not null and ${condition})`;
}

/** Cells by which a row is known again in another document of the site. */
const KNOWN_BY: readonly Field[] = ['date', 'asset'];

/** What `unrepeated` means, `rows` being all the rows of the kind that the reader may read, joined with their versions. */
export function unrepeatedCondition(cells: RecordCells, rows: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const order = cells.key('order-number');
  const site = sql`(select document.site from document where document.id = version.document)`;
  const same = sql.join([
    site,
    order,
    ...KNOWN_BY.map((field) => sql`coalesce(cast(${cells.number(field)} as text), ${cells.key(field)})`),
  ]);
  return sql<SqlBool>`(${order} is null or (record.version, record.ordinal) in (select version, ordinal from
    (select record.version, record.ordinal, min(record.version) over (partition by ${same}) as first ${rows} and ${order} is not null) as known
    where known.version = known.first))`;
}
