import { canonicalJson, compareText, formOf, type SurveyedTable, type VersionId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import type { FormedTable, VersionTables } from '../rows/column-reach.ts';
import { documentIdShape, formIdShape, readJson, readShape, textsShape, versionIdShape } from '../rows/stored-shapes.ts';

/** Some versions that are there with their tables, by id. */
export async function surveyedTables(
  db: Reading,
  dialect: LedgerDialect,
  versions: readonly { readonly id: string; readonly document: string }[],
): Promise<readonly VersionTables[]> {
  const tables = new Map<string, FormedTable[]>();
  for (const batch of batches(versions.map(({ id }) => id))) {
    const rows = await db
      .selectFrom('surveyed_table')
      .selectAll()
      .where((row) => dialect.oneOf(row.ref('version'), batch))
      .orderBy('version')
      .orderBy('sheet')
      .execute();
    for (const { version, sheet, form, headers_json } of rows) {
      const headers = readJson(textsShape, headers_json, 'surveyed table');
      const read = { sheet, headers, form: form === null ? undefined : readShape(formIdShape, form, 'surveyed table') };
      tables.set(version, [...(tables.get(version) ?? []), read]);
    }
  }
  return versions.map(({ id, document }) => ({
    version: readShape(versionIdShape, id, 'version'),
    document: readShape(documentIdShape, document, 'version'),
    tables: tables.get(id) ?? [],
  }));
}

/** Notes the tables of a version in the place of those that were noted before. */
export async function writeTables(trx: Writing, version: VersionId, tables: readonly SurveyedTable[]): Promise<void> {
  await trx.deleteFrom('surveyed_table').where('version', '=', version).execute();
  for (const table of tables) {
    const { sheet, headers } = table;
    await trx
      .insertInto('surveyed_table')
      .values({ version, sheet, form: formOf(table) ?? null, headers_json: canonicalJson(headers) })
      .execute();
  }
}

/** Versions that are there of a document, or with a table that follows a form. */
export async function versionsReached(
  db: Reading,
  tenant: string,
  { document, form }: { readonly document: string | null; readonly form: string | null },
): Promise<readonly { readonly id: string; readonly document: string }[]> {
  const query = db.selectFrom('version').select(['id', 'document']).where('tenant', '=', tenant).where('state', '!=', 'retracting');
  const ofDocument = document === null ? [] : await query.where('document', '=', document).execute();
  const ofForm =
    form === null
      ? []
      : await query
          .where('id', 'in', (of) => of.selectFrom('surveyed_table').select('surveyed_table.version').where('form', '=', form))
          .execute();
  return [...new Map([...ofDocument, ...ofForm].map((row) => [row.id, row])).values()].sort((a, b) => compareText(a.id, b.id));
}

/** Whether the tables that were noted are these, whatever their order. */
export function equalTables(noted: readonly SurveyedTable[], found: readonly SurveyedTable[]): boolean {
  const lines = (tables: readonly SurveyedTable[]) => tables.map(({ sheet, headers }) => canonicalJson([sheet, headers])).sort();
  return canonicalJson(lines(noted)) === canonicalJson(lines(found));
}
