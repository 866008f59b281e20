import { z } from 'zod';
import {
  type ColumnDecision,
  type ColumnSaying,
  canonicalJson,
  headerKey,
  type MadeDecision,
  onlyAspects,
  saidAspects,
  type VersionId,
} from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import { holdsColumn, type VersionTables } from '../rows/column-reach.ts';
import { columnMeaningShape } from '../rows/decision-rows.ts';
import { asJson, readJson } from '../rows/stored-shapes.ts';

const sayingsShape: z.ZodType<readonly ColumnSaying[]> = z.array(z.object({ column: z.string(), ...columnMeaningShape }));

/** What the sender of a version said of its columns, once; undefined where nothing is said any more. */
export async function takeSayings(
  trx: Writing,
  version: VersionId,
): Promise<{ readonly actor: string; readonly columns: readonly ColumnSaying[] } | undefined> {
  const row = await trx.selectFrom('sent_column').selectAll().where('version', '=', version).executeTakeFirst();
  if (row === undefined) return undefined;
  await trx.deleteFrom('sent_column').where('version', '=', version).execute();
  return { actor: row.actor, columns: readJson(sayingsShape, row.columns_json, 'columns that were sent') };
}

/**
 * The decisions that a saying comes to: one for each table with such a column, for the form of that table. Where no table has it, one
 * that holds for the document and so sleeps until a version of it has such a column.
 */
export function decisionsOf(saying: ColumnSaying, { version, document, tables }: VersionTables): readonly ColumnDecision[] {
  const meaning = onlyAspects(saying, saidAspects(saying));
  const plain = { kind: 'correct-column', version, document, ...meaning } as const;
  const having = tables.filter((table) => holdsColumn(table, saying.column));
  if (having.length === 0) return [{ ...plain, table: '', column: saying.column }];
  return having.map(({ sheet, headers, form }) => ({
    ...plain,
    ...(form === undefined ? {} : { form }),
    table: sheet,
    column: headers.find((header) => headerKey(header) === headerKey(saying.column)) ?? saying.column,
  }));
}

/** Whether all that a decision says is said already by one in force on the same matter. */
export function isSaidAlready(decision: ColumnDecision, onMatter: readonly MadeDecision[]): boolean {
  const said = (meaning: ColumnDecision) => canonicalJson(asJson(onlyAspects(meaning, saidAspects(decision))));
  return onMatter.some(
    ({ state, decision: made }) => state === 'in-force' && made.kind === 'correct-column' && said(made) === said(decision),
  );
}
