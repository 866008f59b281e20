import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { assertNever, type Field, type Filter, fold } from '../../kernel/index.ts';
import type { LedgerDialect } from '../dialect.ts';
import { keysOfText, storedField } from '../record-cells.ts';

/** One member of a cell of `record`: what it is compared by, its text, or its number. */
export interface RecordCells {
  key(field: Field): RawBuilder<string | null>;
  text(field: Field): RawBuilder<string | null>;
  concept(field: Field): RawBuilder<string | null>;
  /** Number as written, lower bound of a quantity, or instant of a date. */
  number(field: Field): RawBuilder<number | null>;
  searched(field: Field): RawBuilder<string | null>;
}

export function makeRecordCells(dialect: LedgerDialect): RecordCells {
  const column = (field: Field) => sql.ref(field.startsWith('coded:') ? 'record.coded' : 'record.columns');
  const text = (field: Field, member: string) => dialect.jsonText(column(field), [storedField(field), member]);
  return {
    key: (field) => text(field, 'key'),
    text: (field) => text(field, 'text'),
    concept: (field) => text(field, 'concept'),
    number: (field) => dialect.jsonNumber(column(field), [storedField(field), 'sort']),
    searched: (field) => sql<string | null>`coalesce(${text(field, 'fold')}, substr(${text(field, 'key')}, 3))`,
  };
}

/** A filter as a condition on `record` joined with `version`; never null, so that `not` means what it says for empty cells. */
export function filterCondition(dialect: LedgerDialect, cells: RecordCells, filter: Filter): RawBuilder<SqlBool> {
  const nested = (filters: readonly Filter[], word: 'and' | 'or', none: number) =>
    filters.length === 0
      ? sql<SqlBool>`${sql.lit(none)} = 1`
      : sql<SqlBool>`(${sql.join(
          filters.map((part) => filterCondition(dialect, cells, part)),
          word === 'and' ? sql` and ` : sql` or `,
        )})`;
  switch (filter.kind) {
    case 'all':
      return nested(filter.filters, 'and', 1);
    case 'any':
      return nested(filter.filters, 'or', 0);
    case 'not':
      return sql<SqlBool>`not (${filterCondition(dialect, cells, filter.filter)})`;
    case 'equals': {
      if (typeof filter.value === 'string')
        return known(cells.key(filter.field), dialect.oneOf(cells.key(filter.field), keysOfText(filter.value)));
      return known(cells.number(filter.field), sql<SqlBool>`${cells.number(filter.field)} = ${filter.value}`);
    }
    case 'contains':
      return known(cells.key(filter.field), dialect.contains(cells.searched(filter.field), fold(filter.text)));
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
    default:
      return assertNever(filter);
  }
}

function known(value: RawBuilder<unknown>, condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${value} is not null and ${condition})`;
}
