import { type RawBuilder, sql } from 'kysely';
import {
  type Access,
  type AggregateCell,
  type AggregateQuery,
  assertNever,
  canonicalJson,
  type Filter,
  type Grouping,
  type Measure,
  type RecordKind,
  type RecordReader,
  sha256,
} from '../../kernel/index.ts';
import { readable, readableVersions } from '../access.ts';
import type { Connections } from '../connections.ts';
import { readRecord, recordColumns, type StoredRecord } from '../record-rows.ts';
import { asJson, documentIdShape, readShape } from '../stored-shapes.ts';
import { agesOf } from '../version-rows.ts';
import { filterCondition, makeRecordCells } from './record-filter.ts';

/**
 * Figures over typed rows, computed by the database. Only the valid version of each family counts, so that a log that was
 * uploaded again with more rows is not counted twice. A group is named by its concept where the cells hold one, else by the
 * smallest text in it; texts that fold alike are one group. Sums and means skip empty cells (see `nulls`).
 */
export function makeRecordReader({ reader, dialect }: Connections): RecordReader {
  const cells = makeRecordCells(dialect);

  /** The rows of a kind that this reader may read and that pass the filter. */
  async function matching(access: Access, from: RecordKind, where: Filter): Promise<RawBuilder<unknown>> {
    const valid = await validVersions(access);
    return sql`from record join version on version.id = record.version
      where record.kind = ${from} and ${readable(dialect, access)} and ${dialect.oneOf(sql.ref('record.version'), valid)}
      and ${filterCondition(dialect, cells, where)}`;
  }

  async function validVersions(access: Access): Promise<readonly string[]> {
    const rows = await reader
      .selectFrom('version')
      .innerJoin('document', 'document.id', 'version.document')
      .select('document.family')
      .distinct()
      .where(readableVersions(dialect, access))
      .where('version.records', '>', 0)
      .execute();
    const ages = await agesOf(
      reader,
      dialect,
      access,
      rows.map((row) => row.family),
    );
    return [...ages].filter(([, age]) => age === 0).map(([id]) => id);
  }

  async function run<Row>(statement: RawBuilder<Row>, signal: AbortSignal): Promise<readonly Row[]> {
    signal.throwIfAborted();
    return (await statement.execute(reader)).rows;
  }

  function groupKey(grouping: Grouping): RawBuilder<string | null> {
    return grouping.kind === 'time' ? dialect.timeBucket(cells.number(grouping.field), grouping.unit) : cells.key(grouping.field);
  }

  /** What the group is called, over the rows of the group. */
  function groupName(grouping: Grouping): RawBuilder<AggregateCell> {
    if (grouping.kind === 'time') return sql<AggregateCell>`min(${groupKey(grouping)})`;
    return sql<AggregateCell>`coalesce(min(${cells.concept(grouping.field)}), min(${cells.text(grouping.field)}))`;
  }

  function measured(measure: Measure): RawBuilder<AggregateCell> {
    switch (measure.kind) {
      case 'count':
        return sql<AggregateCell>`count(*)`;
      case 'sum':
        return sql<AggregateCell>`sum(${cells.number(measure.field)})`;
      case 'mean':
        return sql<AggregateCell>`avg(${cells.number(measure.field)})`;
      case 'min':
        return sql<AggregateCell>`min(${cells.number(measure.field)})`;
      case 'max':
        return sql<AggregateCell>`max(${cells.number(measure.field)})`;
      case 'distinct':
        return sql<AggregateCell>`count(distinct ${cells.key(measure.field)})`;
      default:
        return assertNever(measure);
    }
  }

  function absent(measure: Measure): RawBuilder<unknown> {
    if (measure.kind === 'count') return sql`0`;
    const value = measure.kind === 'distinct' ? cells.key(measure.field) : cells.number(measure.field);
    return sql`coalesce(sum(case when ${value} is null then 1 else 0 end), 0)`;
  }

  function ordered(query: AggregateQuery): RawBuilder<unknown> {
    const asked = query.orderBy.map(({ by, index, direction }) => {
      const column = sql.ref(by === 'measure' ? `m${index}` : `g${index}`);
      return direction === 'descending' ? sql`${column} desc` : sql`${column} asc`;
    });
    const ties = query.groupBy.map((_, index) => sql`${sql.ref(`g${index}`)} asc`);
    const order = [...asked, ...ties];
    return order.length === 0 ? sql`` : sql`order by ${sql.join(order)}`;
  }

  return {
    async aggregate(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const groups = query.groupBy.map((grouping, index) => sql`${groupName(grouping)} as ${sql.ref(`g${index}`)}`);
      const measures = query.measures.map((measure, index) => sql`${measured(measure)} as ${sql.ref(`m${index}`)}`);
      const grouped = query.groupBy.length === 0 ? sql`` : sql`group by ${sql.join(query.groupBy.map(groupKey))}`;
      const figures = await run(
        sql<
          Record<string, AggregateCell>
        >`select ${sql.join([...groups, ...measures])} ${rows} ${grouped} ${ordered(query)} limit ${query.limit}`,
        signal,
      );
      const nulls = await run(
        sql<
          Record<string, number>
        >`select ${sql.join(query.measures.map((measure, index) => sql`${absent(measure)} as ${sql.ref(`n${index}`)}`))} ${rows}`,
        signal,
      );
      const ids = await run(
        sql<{ id: string }>`select record.version || ':' || record.ordinal as id ${rows} order by record.version, record.ordinal`,
        signal,
      );
      return {
        rows: figures.map((row) => [
          ...query.groupBy.map((_, index) => row[`g${index}`] ?? null),
          ...query.measures.map((_, index) => row[`m${index}`] ?? null),
        ]),
        matched: ids.length,
        nulls: query.measures.map((_, index) => Number(nulls[0]?.[`n${index}`] ?? 0)),
        proof: sha256([canonicalJson(asJson(query)), ...ids.map((row) => row.id)].join('\n')),
      };
    },

    async rows(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const date = cells.number('date');
      const found = await run(
        sql<StoredRecord & { readonly document: string }>`select ${recordColumns(dialect)}, version.document
          ${rows} order by coalesce(${date}, ${sql.lit(Number.MIN_SAFE_INTEGER)}) desc, record.version, record.ordinal
          limit ${query.limit} offset ${query.offset}`,
        signal,
      );
      return found.map((row) => {
        const record = readRecord(row);
        return { record, versionId: record.versionId, documentId: readShape(documentIdShape, row.document, 'record') };
      });
    },

    async values(access, from, field, limit) {
      const rows = await matching(access, from, { kind: 'not', filter: { kind: 'null', field } });
      const found = await run(
        sql<{ text: string; count: number }>`select ${groupName({ kind: 'field', field })} as text, count(*) as count ${rows}
          group by ${cells.key(field)} order by count(*) desc, ${groupName({ kind: 'field', field })} limit ${limit}`,
        new AbortController().signal,
      );
      return found.map(({ text, count }) => ({ text, count: Number(count) }));
    },
  };
}
