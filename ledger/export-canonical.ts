import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { canonicalJson, compareText, type Json } from '../kernel/index.ts';
import { placeRevisions } from './access/place-revisions.ts';
import { inVersions, type ReaderScope } from './access/reader-scope.ts';
import { BATCH_ROWS } from './connection/batches.ts';
import type { Connections } from './connection/connections.ts';
import type { LedgerDialect } from './connection/dialect/ledger-dialect.ts';
import { readerComponents } from './identity/reader-components.ts';
import { PACKED_COLUMNS } from './rows/packed-columns.ts';
import { authorityShape, jsonShape, readJson, readShape } from './rows/stored-shapes.ts';

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** A kind of line: its columns as exported (`*_json` as JSON), the order that makes it canonical, and where it comes from. */
interface Section {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly table: string;
  /** Columns that name a row; lines are in this order. */
  readonly order: readonly string[];
  /** Which rows a reader may read; absent: those whose column `version` does. */
  readonly within?: (versionIsReadable: (column: Expression<unknown>) => RawBuilder<SqlBool>) => RawBuilder<SqlBool>;
}

const COMPONENTS: Section = {
  kind: 'component',
  table: 'component',
  columns: ['key', 'entity'],
  order: ['key'],
  within: (isReadable) =>
    sql`exists (select 1 from key_use where key_use.key = component.key and ${isReadable(sql.ref('key_use.version'))})`,
};

const SECTIONS: readonly Section[] = [
  {
    kind: 'evidence',
    table: 'evidence',
    columns: ['fact', 'version', 'passage', 'span_start', 'span_end', 'extractor', 'content_json'],
    order: ['version', 'fact', 'passage', 'span_start', 'span_end', 'extractor'],
  },
  {
    kind: 'excluded',
    table: 'excluded_run',
    columns: ['version', 'chunk', 'position', 'reason', 'content_json'],
    order: ['version', 'chunk', 'position'],
  },
  {
    kind: 'fact',
    table: 'fact',
    columns: ['id', 'tenant', 'subject', 'predicate', 'object_key', 'content_json', 'supports'],
    order: ['id'],
    within: (isReadable) => sql`exists (select 1 from support where support.fact = fact.id and ${isReadable(sql.ref('support.version'))})`,
  },
  {
    kind: 'key',
    table: 'key',
    columns: ['id', 'tenant', 'type', 'class', 'site', 'folded'],
    order: ['id'],
    within: (isReadable) => sql`exists (select 1 from key_use where key_use.key = key.id and ${isReadable(sql.ref('key_use.version'))})`,
  },
  { kind: 'key-use', table: 'key_use', columns: ['key', 'version', 'n', 'text', 'language'], order: ['key', 'version'] },
  { kind: 'link', table: 'key_link', columns: ['a', 'b', 'class', 'version', 'n'], order: ['a', 'b', 'class', 'version'] },
  {
    kind: 'passage',
    table: 'passage',
    columns: ['id', 'version', 'ord', 'kind', 'text', 'content_json', 'runs', 'scope_json', 'tokens_json'],
    order: ['id'],
  },
  {
    kind: 'quarantine',
    table: 'quarantine',
    columns: ['version', 'chunk', 'position', 'reason', 'content_json'],
    order: ['version', 'chunk', 'position'],
  },
  {
    kind: 'record',
    table: 'record',
    columns: ['version', 'ordinal', 'kind', 'passage', 'anchor_json', 'fault', 'columns', 'coded'],
    order: ['version', 'ordinal'],
  },
  { kind: 'support', table: 'support', columns: ['fact', 'version', 'kind', 'n', 'status', 'confidence'], order: ['fact', 'version'] },
];

/** Rows read at a time. */
const PAGE_ROWS = BATCH_ROWS;

/**
 * Everything the ledger knows, as sorted JSON lines that depend on the documents and nothing else: no times, jobs, decisions,
 * generations, progress or audit. Two ledgers with equal lines hold the same knowledge. With a reader: what this reader may
 * read, in the lines that a ledger of these documents alone would give.
 */
export async function* exportCanonical(connections: Connections, scope: ReaderScope | undefined): AsyncGenerator<string> {
  yield* exportDocuments(connections, scope);
  if (scope === undefined || scope.isWhole) yield* exportSection(connections, COMPONENTS, scope);
  else for (const row of await readerComponents(connections.reader, connections.dialect, scope)) yield line(COMPONENTS.kind, { ...row });
  for (const section of SECTIONS) yield* exportSection(connections, section, scope);
  yield* exportVersions(connections, scope);
}

async function* exportDocuments({ dialect, reader }: Connections, scope: ReaderScope | undefined): AsyncGenerator<string> {
  let query = reader
    .selectFrom('document')
    .innerJoin('label_set', 'label_set.id', 'document.label_set')
    .selectAll('document')
    .select('label_set.labels_json')
    .orderBy('document.id');
  if (scope !== undefined) {
    query = query.where('document.tenant', '=', scope.tenant).where((row) => dialect.oneOf(row.ref('document.label_set'), scope.grants));
  }
  for (const row of await query.execute()) yield line('document', row);
}

/** Versions with their place in their family instead of the order in which they came. */
async function* exportVersions({ dialect, reader }: Connections, scope: ReaderScope | undefined): AsyncGenerator<string> {
  let query = reader.selectFrom('version').selectAll().orderBy('id');
  if (scope !== undefined) query = query.where(inVersions(dialect, scope, sql.ref('version.id')));
  const rows = await query.execute();
  const ages = placeRevisions(
    rows.flatMap(({ id, document, sequence, family, authority, effective, revision, shown }) =>
      shown === 0
        ? []
        : [
            {
              ...{ id, document, sequence, family: family ?? undefined, effective: effective ?? undefined, label: revision ?? undefined },
              authority: readShape(authorityShape, authority, 'version'),
            },
          ],
    ),
  );
  for (const { sequence, state, shown, ...row } of rows) {
    yield line('version', { ...row, age: ages.get(row.id) ?? null, settled: state === 'settled' ? 1 : 0 });
  }
}

async function* exportSection({ reader, dialect }: Connections, section: Section, scope: ReaderScope | undefined): AsyncGenerator<string> {
  const selected = section.columns.map((name) => {
    if (PACKED_COLUMNS.has(name)) return sql`${dialect.unpackJson(sql.ref(name))} as ${sql.ref(name)}`;
    return name === 'supports' && scope !== undefined ? readableSupports(dialect, scope) : sql.ref(name);
  });
  const within = scope === undefined ? sql`1 = 1` : rowsWithin(dialect, section, scope);
  const order = section.order.map((name) => sql.ref(name));
  for (let after: readonly Row[string][] | undefined; ; ) {
    const from = after === undefined ? sql`1 = 1` : sql`(${sql.join(order)}) > (${sql.join(after.map((value) => sql`${value}`))})`;
    const { rows } = await sql<Row>`select ${sql.join(selected)} from ${sql.table(section.table)} where ${from} and ${within}
      order by ${sql.join(order)} limit ${PAGE_ROWS}`.execute(reader);
    for (const row of rows) yield line(section.kind, row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = section.order.map((name) => last[name] ?? null);
  }
}

function rowsWithin(dialect: LedgerDialect, section: Section, scope: ReaderScope): RawBuilder<SqlBool> {
  const isReadable = (column: Expression<unknown>) => inVersions(dialect, scope, column);
  return section.within?.(isReadable) ?? isReadable(sql.ref(`${section.table}.version`));
}

/** How many versions support a fact, of those that the reader may read. */
function readableSupports(dialect: LedgerDialect, scope: ReaderScope): RawBuilder<unknown> {
  return sql`(select count(*) from support where support.fact = fact.id and ${inVersions(dialect, scope, sql.ref('support.version'))}) as supports`;
}

function line(kind: string, row: Row): string {
  const fields: Record<string, Json> = { line: kind };
  for (const name of Object.keys(row).sort(compareText)) {
    const value = row[name] ?? null;
    if (value instanceof Uint8Array) {
      fields[name] = Buffer.from(value).toString('base64');
      continue;
    }
    const isJson = name.endsWith('_json') || PACKED_COLUMNS.has(name);
    fields[name.replace(/_json$/, '')] = isJson && typeof value === 'string' ? readJson(jsonShape, value, kind) : value;
  }
  return canonicalJson(fields);
}
