import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Access,
  type AggregateCell,
  type AggregateColumn,
  compareText,
  type Filter,
  type Grouping,
  type Measure,
  type RecordKind,
  type RecordReader,
  type RecordRow,
  startRecordProof,
} from '../../kernel/index.ts';
import { readable, readableVersions } from '../access/access.ts';
import { agesOf, askedRevisions } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';
import { cellColumns, readRecord, recordColumns, type StoredRecord, startReadingCells } from '../rows/record-rows.ts';
import { documentIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { makeBeingRead } from './being-read.ts';
import { makeRecordFigures } from './record-figures.ts';
import { filterCondition, makeRecordCells, unrepeatedCondition } from './record-filter.ts';
import { rememberValues } from './remember-values.ts';

const ROWS_A_PAGE = 1000;

/**
 * Figures over typed rows, computed by the database. Only the valid version of each family counts, so that a log that was
 * uploaded again with more rows is not counted twice. A group is named by its concept where the cells hold one, else by the
 * smallest text in it; texts that fold alike are one group. Sums and means skip empty cells (see `nulls`).
 */
export function makeRecordReader(connections: Connections): RecordReader {
  const { reader, dialect, query: run } = connections;
  const cells = makeRecordCells(dialect);
  const figures = makeRecordFigures(dialect, cells);
  const remembered = rememberValues<Awaited<ReturnType<RecordReader['values']>>>();

  /** The rows of a kind that this reader may read and that pass the filter. */
  async function matching(access: Access, from: RecordKind, where: Filter): Promise<RawBuilder<unknown>> {
    const valid = await validVersions(access, from);
    const rows = sql`from record join version on version.id = record.version
      where record.kind = ${from} and ${readable(dialect, access)} and ${dialect.oneOf(sql.ref('record.version'), valid)}`;
    const unrepeated = valid.length > 1 ? unrepeatedCondition(cells, rows) : sql<SqlBool>`1 = 1`;
    return sql`${rows} and ${filterCondition(dialect, cells, where, unrepeated)}`;
  }

  async function validVersions(access: Access, from: RecordKind): Promise<readonly string[]> {
    const rows = await reader
      .selectFrom('version')
      .select(['document', 'family'])
      .distinct()
      .where(readableVersions(dialect, access))
      .where('version.records', '>', 0)
      .execute();
    const ages = await agesOf(reader, dialect, access, askedRevisions(rows));
    const valid = [...ages].filter(([, age]) => age === 0).map(([id]) => id);
    const held = await reader
      .selectFrom('version')
      .select('version.id')
      .where((row) => dialect.oneOf(row.ref('version.id'), valid))
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('record').select('record.ordinal').whereRef('record.version', '=', 'version.id').where('record.kind', '=', from)),
      )
      .execute();
    return held.map((row) => row.id);
  }

  async function generationsOf(versions: readonly string[]) {
    return reader
      .selectFrom('unit')
      .select(['id', 'generation'])
      .where('kind', '=', 'version')
      .where((row) => dialect.oneOf(row.ref('id'), versions))
      .orderBy('id')
      .execute();
  }

  /** Units that the measured cells of quantities are written in, sorted. */
  async function unitsOf(rows: RawBuilder<unknown>, column: Grouping | Measure, signal: AbortSignal): Promise<readonly string[]> {
    if (column.kind === 'count' || column.kind === 'distinct' || column.kind === 'field' || column.kind === 'time') return [];
    const unit = cells.unit(column.field);
    const found = await run(sql<{ unit: string }>`select distinct ${unit} as unit ${rows} and ${unit} is not null order by 1`, signal);
    return found.map((row) => row.unit);
  }

  /** The rows of a selection in order of (version, ordinal), each version read by itself, so that a page costs what it holds. */
  async function* pages<Row extends { readonly ordinal: number }>(
    access: Access,
    from: RecordKind,
    selected: RawBuilder<unknown>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly Row[], void, undefined> {
    for (const version of [...(await validVersions(access, from))].sort(compareText)) {
      for (let last = -1; ; ) {
        const page = await run(
          sql<Row>`${selected} and record.version = ${version} and record.ordinal > ${last} order by record.ordinal limit ${ROWS_A_PAGE}`,
          signal,
        );
        if (page.length > 0) yield page;
        if (page.length < ROWS_A_PAGE) break;
        last = page.at(-1)?.ordinal ?? last;
      }
    }
  }

  return {
    async count(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const [found] = await run(sql<{ rows: number }>`select count(*) as "rows" ${rows}`, signal);
      return Number(found?.rows ?? 0);
    },

    async aggregate(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const columns = [...query.groupBy, ...query.measures];
      const selected = [
        ...query.groupBy.map((grouping, index) => sql`${figures.name(grouping)} as ${sql.ref(`g${index}`)}`),
        ...query.groupBy.map((grouping, index) => sql`min(${cells.group(grouping)}) as ${sql.ref(`k${index}`)}`),
        ...query.measures.map((measure, index) => sql`${figures.measured(measure)} as ${sql.ref(`m${index}`)}`),
      ];
      const grouped = query.groupBy.length === 0 ? sql`` : sql`group by ${sql.join(query.groupBy.map(cells.group))}`;
      const having = query.having === undefined ? sql`` : sql`where ${figures.having(query.having)}`;
      const found = await run(
        sql<Record<string, AggregateCell>>`select figure.*, count(*) over () as groups
          from (select ${sql.join(selected)} ${rows} ${grouped}) as figure ${having} ${figures.order(query)} limit ${query.limit}`,
        signal,
      );
      // Rows without a cell that is measured or grouped by; where only rows are counted there are none to look for.
      const looksForNulls = columns.some((column) => column.kind !== 'count');
      const nulls = !looksForNulls
        ? []
        : await run(
            sql<
              Record<string, number>
            >`select ${sql.join(columns.map((column, index) => sql`${figures.nulls(column)} as ${sql.ref(`n${index}`)}`))} ${rows}`,
            signal,
          );
      const ids = await run(
        sql<{ version: string; ordinal: number }>`select record.version, record.ordinal ${rows} order by record.version, record.ordinal`,
        signal,
      );
      const proof = startRecordProof(query);
      for (const { version, ordinal } of ids) proof.add(version, ordinal);
      const described: AggregateColumn[] = [];
      for (const [index, column] of columns.entries()) {
        const units = await unitsOf(rows, column, signal);
        described.push({
          name: columnName(column),
          nulls: Number(nulls[0]?.[`n${index}`] ?? 0),
          ...(column.kind === 'time' ? { zone: column.zone ?? 'UTC' } : {}),
          ...(units.length === 0 ? {} : { units }),
        });
      }
      return {
        columns: described,
        rows: found.map((row) => [
          ...query.groupBy.map((_, index) => row[`g${index}`] ?? null),
          ...query.measures.map((_, index) => row[`m${index}`] ?? null),
        ]),
        keys: found.map((row) => query.groupBy.map((_, index) => textOrNull(row[`k${index}`]))),
        groups: Number(found[0]?.groups ?? 0),
        matched: ids.length,
        nulls: described.slice(query.groupBy.length).map((column) => column.nulls),
        proof: proof.end(),
      };
    },

    async rows(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const date = cells.number('date');
      const found = await run(
        sql<StoredRow>`select ${recordColumns(dialect)}, version.document, ${SITE}
          ${rows} order by coalesce(${date}, ${sql.lit(Number.MIN_SAFE_INTEGER)}) desc, record.version, record.ordinal
          limit ${query.limit} offset ${query.offset}`,
        signal,
      );
      return found.map(readRow);
    },

    beingRead: makeBeingRead(connections),

    async *scan(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      for await (const page of pages<StoredRow>(
        access,
        query.from,
        sql`select ${recordColumns(dialect)}, version.document, ${SITE} ${rows}`,
        signal,
      ))
        yield page.map(readRow);
    },

    async samples(access, from, each, signal) {
      const rows = sql`select ${recordColumns(dialect)}, version.document, ${SITE} from record join version on version.id = record.version
        where record.kind = ${from} and ${readable(dialect, access)}`;
      const found: RecordRow[] = [];
      for (const version of [...(await validVersions(access, from))].sort(compareText)) {
        const first = sql<StoredRow>`${rows} and record.version = ${version} order by record.ordinal limit ${each}`;
        found.push(...(await run(first, signal)).map(readRow));
      }
      return found;
    },

    async *scanColumns(access, { from, fields }, signal) {
      const rows = sql`select record.version, record.ordinal, ${cellColumns(dialect, fields)}, version.document, ${SITE}
        from record join version on version.id = record.version where record.kind = ${from} and ${readable(dialect, access)}`;
      const cellsOf = startReadingCells(fields);
      for await (const page of pages<StoredCells>(access, from, rows, signal)) {
        const [first] = page;
        if (first === undefined) continue;
        // A page is of one version.
        const place = {
          versionId: readShape(versionIdShape, first.version, 'record'),
          documentId: readShape(documentIdShape, first.document, 'record'),
          site: first.site,
        };
        yield page.map((row) => ({ record: { kind: from, ordinal: row.ordinal, columns: cellsOf(row) }, ...place }));
      }
    },

    async values(access, from, field, limit) {
      return remembered([from, field, limit], await generationsOf(await validVersions(access, from)), async () => {
        const rows = await matching(access, from, { kind: 'not', filter: { kind: 'null', field } });
        const found = await run(
          sql<{ text: string; count: number }>`select ${figures.name({ kind: 'field', field })} as text, count(*) as count ${rows}
            group by ${cells.key(field)} order by count(*) desc, ${figures.name({ kind: 'field', field })} limit ${limit}`,
          new AbortController().signal,
        );
        return found.map(({ text, count }) => ({ text, count: Number(count) }));
      });
    },
  };
}

interface StoredCells {
  readonly version: string;
  readonly ordinal: number;
  readonly plain_json: string;
  readonly coded_json: string;
  readonly document: string;
  readonly site: string;
}

type StoredRow = StoredRecord & { readonly document: string; readonly site: string };

const SITE = sql`(select document.site from document where document.id = version.document) as site`;

function readRow(row: StoredRow): RecordRow {
  const record = readRecord(row);
  return { record, versionId: record.versionId, documentId: readShape(documentIdShape, row.document, 'record'), site: row.site };
}

function columnName(column: Grouping | Measure): string {
  switch (column.kind) {
    case 'count':
      return 'count';
    case 'field':
      return column.field;
    case 'time':
      return `${column.field}:${column.unit}`;
    case 'percentile':
      return `percentile:${column.field}:${column.fraction}`;
    default:
      return `${column.kind}:${column.field}`;
  }
}

function textOrNull(cell: AggregateCell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
