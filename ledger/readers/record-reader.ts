import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Access, compareText, type Filter, type RecordKind, type RecordReader, type RecordRow } from '../../kernel/index.ts';
import { readable, readableVersions } from '../access/access.ts';
import { agesOf, askedRevisions } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';
import { readRecord, recordColumns, type StoredRecord } from '../rows/record-rows.ts';
import { documentIdShape, readShape } from '../rows/stored-shapes.ts';
import { makeBeingRead } from './being-read.ts';
import { makeRecordAggregate } from './record-aggregate.ts';
import { makePagesOf, makeRecordColumns } from './record-columns.ts';
import { filterCondition, makeRecordCells, unrepeatedCondition } from './record-filter.ts';

/**
 * Figures over typed rows, computed by the database. Only the valid version of each family counts, so that a log that was
 * uploaded again with more rows is not counted twice. A group is named by its concept where the cells hold one, else by the
 * smallest text in it; texts that fold alike are one group. Sums and means skip empty cells (see `nulls`).
 */
export function makeRecordReader(connections: Connections): RecordReader {
  const { reader, dialect, query: run } = connections;
  const cells = makeRecordCells(dialect);
  const pages = makePagesOf(connections);

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

  return {
    async count(access, query, signal) {
      const rows = await matching(access, query.from, query.where);
      const [found] = await run(sql<{ rows: number }>`select count(*) as "rows" ${rows}`, signal);
      return Number(found?.rows ?? 0);
    },

    aggregate: makeRecordAggregate(connections, cells, matching),

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

    beingRead: makeBeingRead(connections, 'rows'),
    async readInPart(access, from) {
      const rows = await reader
        .selectFrom('version')
        .select(['file_name', 'document'])
        .where('outcome', 'in', IN_PART)
        .where(dialect.oneOf(sql.ref('version.id'), await validVersions(access, from)))
        .execute();
      return rows
        .map((row) => ({ fileName: row.file_name, documentId: readShape(documentIdShape, row.document, 'version') }))
        .sort((a, b) => compareText(a.fileName, b.fileName) || compareText(a.documentId, b.documentId));
    },
    ...makeRecordColumns(connections, validVersions),

    async *scan(access, query, signal) {
      const versions = await validVersions(access, query.from);
      const selected = sql`select ${recordColumns(dialect)}, version.document, ${SITE} ${await matching(access, query.from, query.where)}`;
      for await (const [, page] of pages<StoredRow>(versions, selected, signal)) yield page.map(readRow);
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
  };
}

/** Outcomes of a version of which some was read and some was not. */
const IN_PART = ['partial', 'limit-exceeded'] as const;

type StoredRow = StoredRecord & { readonly document: string; readonly site: string };

const SITE = sql`(select document.site from document where document.id = version.document) as site`;

function readRow(row: StoredRow): RecordRow {
  const record = readRecord(row);
  return { record, versionId: record.versionId, documentId: readShape(documentIdShape, row.document, 'record'), site: row.site };
}
