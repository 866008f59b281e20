import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type AggregateCell, type AggregateQuery, assertNever, type Grouping, type Having, type Measure } from '../../kernel/index.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { OPERATORS, type RecordCells } from './record-filter.ts';

/**
 * The parts of a statement that computes figures. Of each row the cells that it needs are taken out once, as columns of `cell`;
 * over these, groups are columns g0…, their keys k0…, measures m0…, rows without a cell n0… (groupings first), the least and the
 * greatest unit of a measure lo0…, hi0….
 */
export interface RecordFigures {
  /** What is taken out of a row of `record`. */
  taken(query: AggregateQuery): RawBuilder<unknown>;
  /** What is computed of the rows of one group of `cell`. */
  computed(query: AggregateQuery): RawBuilder<unknown>;
  /** n0…, lo0… and hi0… over all groups together. */
  totals(query: AggregateQuery): RawBuilder<unknown>;
  grouped(query: AggregateQuery): RawBuilder<unknown>;
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

  function measured(measure: Measure, index: number): RawBuilder<AggregateCell> {
    const value = sql.ref<number | null>(`value${index}`);
    switch (measure.kind) {
      case 'count':
        return sql<AggregateCell>`count(*)`;
      case 'sum':
        return dialect.sum(value);
      case 'mean':
        return dialect.mean(value);
      case 'min':
        return sql<AggregateCell>`min(${value})`;
      case 'max':
        return sql<AggregateCell>`max(${value})`;
      case 'median':
        return dialect.percentile(value, 0.5);
      case 'percentile':
        return dialect.percentile(value, measure.fraction);
      case 'distinct':
        return sql<AggregateCell>`count(distinct ${value})`;
      default:
        return assertNever(measure);
    }
  }

  /** A group is called by its concept, which is its key then, else by the least text. */
  function name(grouping: Grouping, index: number): RawBuilder<AggregateCell> {
    const key = sql`min(${sql.ref(`key${index}`)})`;
    if (grouping.kind === 'time') return sql<AggregateCell>`${key}`;
    return sql<AggregateCell>`coalesce(case when substr(${key}, 1, 2) = 'c:' then substr(${key}, 3) end, min(${sql.ref(`text${index}`)}))`;
  }

  const names = ({ groupBy, measures }: AggregateQuery) => ({
    cells: [
      ...groupBy.map((_, index) => `key${index}`),
      ...measures.map((measure, index) => (measure.kind === 'count' ? undefined : `value${index}`)),
    ].map((cell, index) => ({ cell, nulls: sql.ref(`n${index}`) })),
    units: measures.flatMap((measure, index) => (isMeasured(measure) ? [index] : [])),
  });

  return {
    taken({ groupBy, measures }) {
      const taken = [
        ...groupBy.flatMap((grouping, index) => [
          sql`${cells.group(grouping)} as ${sql.ref(`key${index}`)}`,
          ...(grouping.kind === 'time' ? [] : [sql`${cells.text(grouping.field)} as ${sql.ref(`text${index}`)}`]),
        ]),
        ...measures.flatMap((measure, index) => {
          if (measure.kind === 'count') return [];
          const value = measure.kind === 'distinct' ? cells.key(measure.field) : cells.number(measure.field);
          const unit = isMeasured(measure) ? [sql`${cells.unit(measure.field)} as ${sql.ref(`unit${index}`)}`] : [];
          return [sql`${value} as ${sql.ref(`value${index}`)}`, ...unit];
        }),
      ];
      return taken.length === 0 ? sql`1 as one` : sql.join(taken);
    },
    computed(query) {
      const { groupBy, measures } = query;
      const { cells: counted, units } = names(query);
      return sql.join([
        ...groupBy.map((grouping, index) => sql`${name(grouping, index)} as ${sql.ref(`g${index}`)}`),
        ...groupBy.map((_, index) => sql`min(${sql.ref(`key${index}`)}) as ${sql.ref(`k${index}`)}`),
        ...measures.map((measure, index) => sql`${measured(measure, index)} as ${sql.ref(`m${index}`)}`),
        // What is counted in a row without a cell to count it by is never missing.
        ...counted.map(({ cell, nulls }) => sql`${cell === undefined ? sql`0` : sql`count(*) - count(${sql.ref(cell)})`} as ${nulls}`),
        ...units.flatMap((index) => [
          sql`min(${sql.ref(`unit${index}`)}) as ${sql.ref(`lo${index}`)}`,
          sql`max(${sql.ref(`unit${index}`)}) as ${sql.ref(`hi${index}`)}`,
        ]),
      ]);
    },
    totals(query) {
      const { cells: counted, units } = names(query);
      return sql.join([
        ...counted.map(({ nulls }, index) => sql`sum(${nulls}) over () as ${sql.ref(`all_n${index}`)}`),
        ...units.flatMap((index) => [
          sql`min(${sql.ref(`lo${index}`)}) over () as ${sql.ref(`all_lo${index}`)}`,
          sql`max(${sql.ref(`hi${index}`)}) over () as ${sql.ref(`all_hi${index}`)}`,
        ]),
      ]);
    },
    grouped: ({ groupBy }) => (groupBy.length === 0 ? sql`` : sql`group by ${sql.join(groupBy.map((_, index) => sql.ref(`key${index}`)))}`),
    having,
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

/** Whether the cells of the measure are numbers, which may be written in units. */
function isMeasured(measure: Measure): boolean {
  return measure.kind !== 'count' && measure.kind !== 'distinct';
}
