import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type AggregateCell, type AggregateQuery, assertNever, type Grouping, type Having, type Measure } from '../../kernel/index.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { OPERATORS, type RecordCells } from './record-filter.ts';

/** The parts of a statement that computes figures over `record`: groups are columns g0…, their keys k0…, measures m0…. */
export interface RecordFigures {
  /** What a group is called, over the rows of the group. */
  name(grouping: Grouping): RawBuilder<AggregateCell>;
  measured(measure: Measure): RawBuilder<AggregateCell>;
  /** How many rows give a group no name, or a measure no value. */
  nulls(column: Grouping | Measure): RawBuilder<number>;
  having(condition: Having): RawBuilder<SqlBool>;
  order(query: AggregateQuery): RawBuilder<unknown>;
}

export function makeRecordFigures(dialect: LedgerDialect, cells: RecordCells): RecordFigures {
  const measureColumn = (index: number) => sql.ref(`m${index}`);

  function having(condition: Having): RawBuilder<SqlBool> {
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const none = sql<SqlBool>`${sql.lit(condition.kind === 'all' ? 1 : 0)} = 1`;
        if (condition.conditions.length === 0) return none;
        return sql<SqlBool>`(${sql.join(condition.conditions.map(having), condition.kind === 'all' ? sql` and ` : sql` or `)})`;
      }
      case 'not':
        return sql<SqlBool>`not (${having(condition.condition)})`;
      case 'null':
        return sql<SqlBool>`(${measureColumn(condition.measure)} is null)`;
      case 'compare': {
        const column = measureColumn(condition.measure);
        return sql<SqlBool>`(${column} is not null and ${column} ${sql.raw(OPERATORS[condition.operator])} ${condition.value})`;
      }
      default:
        return assertNever(condition);
    }
  }

  function measured(measure: Measure): RawBuilder<AggregateCell> {
    switch (measure.kind) {
      case 'count':
        return sql<AggregateCell>`count(*)`;
      case 'sum':
        return dialect.sum(cells.number(measure.field));
      case 'mean':
        return dialect.mean(cells.number(measure.field));
      case 'min':
        return sql<AggregateCell>`min(${cells.number(measure.field)})`;
      case 'max':
        return sql<AggregateCell>`max(${cells.number(measure.field)})`;
      case 'median':
        return dialect.percentile(cells.number(measure.field), 0.5);
      case 'percentile':
        return dialect.percentile(cells.number(measure.field), measure.fraction);
      case 'distinct':
        return sql<AggregateCell>`count(distinct ${cells.key(measure.field)})`;
      default:
        return assertNever(measure);
    }
  }

  function cellOf(column: Grouping | Measure): RawBuilder<unknown> {
    if (column.kind === 'field' || column.kind === 'time') return cells.group(column);
    if (column.kind === 'count') return sql`1`;
    return column.kind === 'distinct' ? cells.key(column.field) : cells.number(column.field);
  }

  return {
    measured,
    having,
    name(grouping) {
      if (grouping.kind === 'time') return sql<AggregateCell>`min(${cells.group(grouping)})`;
      return sql<AggregateCell>`coalesce(min(${cells.concept(grouping.field)}), min(${cells.text(grouping.field)}))`;
    },
    nulls: (column) => sql<number>`coalesce(sum(case when ${cellOf(column)} is null then 1 else 0 end), 0)`,
    order(query) {
      const asked = query.orderBy.map(({ by, index, direction }) => {
        const column = sql.ref(by === 'measure' ? `m${index}` : `g${index}`);
        return direction === 'descending' ? sql`${column} desc nulls last` : sql`${column} asc nulls first`;
      });
      const ties = ['g', 'k'].flatMap((letter) => query.groupBy.map((_, index) => sql`${sql.ref(`${letter}${index}`)} asc nulls first`));
      const order = [...asked, ...ties];
      return order.length === 0 ? sql`` : sql`order by ${sql.join(order)}`;
    },
  };
}
