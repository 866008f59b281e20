import { type RawBuilder, sql } from 'kysely';
import { type Access, compareText, type Field, type RecordKind, type RecordReader } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { cellColumns, startReadingCells } from '../rows/record-rows.ts';
import { documentIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { rememberValues } from './remember-values.ts';
import { startTally } from './tally-cells.ts';

const ROWS_A_PAGE = 1000;

/** The versions whose rows of a kind count for this reader. */
export type ValidVersions = (access: Access, from: RecordKind) => Promise<readonly string[]>;

/** The rows of a selection in order of (version, ordinal), each version read by itself, so that a page costs what it holds. */
export type PagesOf = <Row extends { readonly ordinal: number }>(
  versions: readonly string[],
  selected: RawBuilder<unknown>,
  signal: AbortSignal,
) => AsyncGenerator<readonly [version: string, page: readonly Row[]], void, undefined>;

export function makePagesOf({ query: run }: Pick<Connections, 'query'>): PagesOf {
  return async function* pages<Row extends { readonly ordinal: number }>(
    versions: readonly string[],
    selected: RawBuilder<unknown>,
    signal: AbortSignal,
  ) {
    for (const version of [...versions].sort(compareText)) {
      for (let last = -1; ; ) {
        const page = await run(
          sql<Row>`${selected} and record.version = ${version} and record.ordinal > ${last} order by record.ordinal limit ${ROWS_A_PAGE}`,
          signal,
        );
        if (page.length > 0) yield [version, page] as const;
        if (page.length < ROWS_A_PAGE) break;
        last = page.at(-1)?.ordinal ?? last;
      }
    }
  };
}

/** What is read of some columns of every row of a kind, in one pass over the rows. */
export function makeRecordColumns(connections: Connections, validVersions: ValidVersions): Pick<RecordReader, 'scanColumns' | 'values'> {
  const { reader, dialect } = connections;
  const pages = makePagesOf(connections);
  const remembered = rememberValues<Awaited<ReturnType<RecordReader['values']>>>(connections.clock);

  const selection = (access: Access, from: RecordKind, fields: readonly Field[]) =>
    sql`select ${sql.join([sql`record.ordinal`, ...cellColumns(dialect, fields)])}
      from record join version on version.id = record.version where record.kind = ${from} and ${readable(dialect, access)}`;

  async function placesOf(versions: readonly string[]) {
    const rows = await reader
      .selectFrom('version')
      .innerJoin('document', 'document.id', 'version.document')
      .select(['version.id', 'document.id as document', 'document.site'])
      .where((row) => dialect.oneOf(row.ref('version.id'), versions))
      .execute();
    return new Map(
      rows.map(({ id, document, site }) => [
        id,
        { versionId: readShape(versionIdShape, id, 'record'), documentId: readShape(documentIdShape, document, 'record'), site },
      ]),
    );
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

  return {
    async *scanColumns(access, { from, fields }, signal) {
      const versions = await validVersions(access, from);
      const places = await placesOf(versions);
      const cellsOf = startReadingCells(fields);
      for await (const [version, page] of pages<StoredCells>(versions, selection(access, from, fields), signal)) {
        const place = places.get(version);
        // A version that has gone meanwhile: the proof over the rows tells.
        if (place === undefined) continue;
        yield page.map((row) => ({ record: { kind: from, ordinal: row.ordinal, columns: cellsOf(row) }, ...place }));
      }
    },

    async values(access, from, fields, limit) {
      const versions = await validVersions(access, from);
      return remembered([from, fields, limit], await generationsOf(versions), async () => {
        const tally = startTally(fields);
        const selected = selection(access, from, fields);
        for await (const [, page] of pages<StoredCells>(versions, selected, new AbortController().signal)) tally.add(page);
        return tally.end(limit);
      });
    },
  };
}

type StoredCells = Readonly<Record<string, unknown>> & { readonly ordinal: number };
