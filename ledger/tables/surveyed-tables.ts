import type { Selectable } from 'kysely';
import { canonicalJson, compareText, type FormId, formOf, type SurveyedTable, type VersionId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import type { FormedTable, VersionTables } from '../rows/column-reach.ts';
import { documentIdShape, formIdShape, labelSetIdShape, readJson, readShape, textsShape, versionIdShape } from '../rows/stored-shapes.ts';

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
    for (const row of rows) tables.set(row.version, [...(tables.get(row.version) ?? []), readFormed(row)]);
  }
  return versions.map(({ id, document }) => ({
    version: readShape(versionIdShape, id, 'version'),
    document: readShape(documentIdShape, document, 'version'),
    tables: tables.get(id) ?? [],
  }));
}

/**
 * Notes the tables of a version in the place of those that were noted before, by their forms among documents under its labels.
 * @returns these forms.
 */
export async function writeTables(trx: Writing, version: VersionId, tables: readonly SurveyedTable[]): Promise<readonly FormId[]> {
  const { label_set } = await trx.selectFrom('version').select('label_set').where('id', '=', version).executeTakeFirstOrThrow();
  const among = readShape(labelSetIdShape, label_set, 'version');
  await trx.deleteFrom('surveyed_table').where('version', '=', version).execute();
  const forms: FormId[] = [];
  for (const table of tables) {
    const { sheet, headers } = table;
    const form = formOf(table, among);
    if (form !== undefined) forms.push(form);
    await trx
      .insertInto('surveyed_table')
      .values({ version, sheet, form: form ?? null, headers_json: canonicalJson(headers) })
      .execute();
  }
  return forms;
}

/** Notes anew which forms the tables of a version follow, after its labels changed. @returns those that they followed and those they follow. */
export async function noteForms(trx: Writing, version: VersionId): Promise<readonly FormId[]> {
  const noted = await trx.selectFrom('surveyed_table').select(['sheet', 'form', 'headers_json']).where('version', '=', version).execute();
  if (noted.length === 0) return [];
  const before = noted.map(readFormed);
  return [...before.flatMap(({ form }) => form ?? []), ...(await writeTables(trx, version, before))];
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

function readFormed({ sheet, form, headers_json }: Omit<Selectable<LedgerSchema['surveyed_table']>, 'version'>): FormedTable {
  const headers = readJson(textsShape, headers_json, 'surveyed table');
  return { sheet, headers, form: form === null ? undefined : readShape(formIdShape, form, 'surveyed table') };
}

/** Whether the tables that were noted are these, whatever their order. */
export function equalTables(noted: readonly SurveyedTable[], found: readonly SurveyedTable[]): boolean {
  const lines = (tables: readonly SurveyedTable[]) => tables.map(({ sheet, headers }) => canonicalJson([sheet, headers])).sort();
  return canonicalJson(lines(noted)) === canonicalJson(lines(found));
}
