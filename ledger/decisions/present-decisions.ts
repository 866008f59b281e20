import { z } from 'zod';
import { type Access, type DecisionId, sheetKey } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { readableFeedback } from '../feedback/feedback.ts';
import { makeKeyReader } from '../readers/key-reader.ts';
import { holdsColumn, type VersionTables } from '../rows/column-reach.ts';
import { decisionIdShape, feedbackIdShape, keyIdShape, readJson, readShape } from '../rows/stored-shapes.ts';
import { surveyedTables } from '../tables/surveyed-tables.ts';

/** Decisions among these whose keys, quarantined fact, version or feedback this reader finds in what it may read. */
export async function presentDecisions(
  connections: Connections,
  access: Access,
  ids: readonly DecisionId[],
): Promise<ReadonlySet<DecisionId>> {
  const { reader, dialect } = connections;
  const present = new Set<DecisionId>();
  for (const batch of batches(ids)) {
    const rows = await reader
      .selectFrom('decision')
      .select(['id', 'a', 'b', 'fact', 'version', 'document', 'form', 'feedback', 'matter'])
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('id'), batch))
      .execute();
    const asked = rows.flatMap(({ a, b }) => [a, b]).flatMap((key) => (key === null ? [] : [readShape(keyIdShape, key, 'decision')]));
    const keys = new Set<string>((await makeKeyReader(connections).get(access, asked)).map((key) => key.id));
    const facts = await quarantinedFacts(
      connections,
      access,
      rows.flatMap(({ fact }) => fact ?? []),
    );
    const versions = await readableVersionIds(
      connections,
      access,
      rows.flatMap(({ version }) => version ?? []),
    );
    const judged = new Set<string>(
      (
        await readableFeedback(
          connections,
          access,
          rows.flatMap(({ feedback }) => (feedback === null ? [] : [readShape(feedbackIdShape, feedback, 'decision')])),
        )
      ).map(({ id }) => id),
    );
    const columns = await presentColumns(connections, access, rows);
    for (const { id, a, b, fact, version, document, feedback, matter } of rows) {
      const isPresent =
        feedback !== null
          ? judged.has(feedback)
          : document !== null
            ? columns.has(matter)
            : version !== null
              ? versions.has(version)
              : fact !== null
                ? facts.has(fact)
                : a !== null && b !== null && keys.has(a) && keys.has(b);
      if (isPresent) present.add(readShape(decisionIdShape, id, 'decision'));
    }
  }
  return present;
}

async function quarantinedFacts(
  { reader, dialect }: Connections,
  access: Access,
  facts: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const rows = await reader
    .selectFrom('quarantine')
    .innerJoin('version', 'version.id', 'quarantine.version')
    .select('quarantine.fact')
    .distinct()
    .where((row) => dialect.oneOf(row.ref('quarantine.fact'), facts))
    .where(readable(dialect, access))
    .execute();
  return new Set(rows.map((row) => row.fact));
}

/** Versions whose document this reader may read, those too that are being read again. */
async function readableVersionIds(
  { reader, dialect }: Connections,
  access: Access,
  versions: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('version')
    .select('id')
    .where('tenant', '=', access.tenant)
    .where('state', '!=', 'retracting')
    .where((row) => dialect.oneOf(row.ref('id'), versions))
    .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
    .execute();
  return new Set(rows.map((row) => row.id));
}

interface ColumnMatter {
  readonly document: string | null;
  readonly form: string | null;
  readonly matter: string;
}

/** The third and fourth part of the matter of a column, as `matterOf` writes them. */
const MATTER = z.tuple([z.literal('column'), z.string(), z.string(), z.string()]);

/** Matters of columns that a table holds of the form or the document, among the versions whose document this reader may read. */
async function presentColumns(
  { reader, dialect }: Connections,
  access: Access,
  matters: readonly ColumnMatter[],
): Promise<ReadonlySet<string>> {
  const asked = matters.filter(({ document }) => document !== null);
  if (asked.length === 0) return new Set();
  const documents = asked.flatMap(({ document }) => document ?? []);
  const forms = asked.flatMap(({ form }) => form ?? []);
  const versions = await reader
    .selectFrom('version')
    .select(['id', 'document'])
    .where('tenant', '=', access.tenant)
    .where('state', '!=', 'retracting')
    .where((row) => dialect.oneOf(row.ref('label_set'), access.grants))
    .where((row) =>
      row.or([
        dialect.oneOf(row.ref('document'), documents),
        row('id', 'in', (of) =>
          of
            .selectFrom('surveyed_table')
            .select('surveyed_table.version')
            .where((table) => dialect.oneOf(table.ref('form'), forms)),
        ),
      ]),
    )
    .execute();
  const known = await surveyedTables(reader, dialect, versions);
  return new Set(asked.filter((matter) => known.some((version) => holdsMatter(version, matter))).map(({ matter }) => matter));
}

function holdsMatter({ document, tables }: VersionTables, asked: ColumnMatter): boolean {
  if (asked.form !== null && tables.some(({ form }) => form === asked.form)) return true;
  if (asked.document !== document) return false;
  const [, , sheet, column] = readJson(MATTER, asked.matter, 'decision');
  return tables.length === 0 || tables.some((table) => sheetKey(table.sheet) === sheet && holdsColumn(table, column));
}
