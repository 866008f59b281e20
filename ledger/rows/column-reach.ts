import {
  type ColumnDecision,
  type DocumentId,
  type FormId,
  headerKey,
  type SurveyedTable,
  sheetKey,
  type VersionId,
} from '../../kernel/index.ts';

/** A version with the tables that were found in it; none of a document that is no log, or whose survey is not done. */
export interface VersionTables {
  readonly version: VersionId;
  readonly document: DocumentId;
  readonly tables: readonly FormedTable[];
}

export interface FormedTable extends SurveyedTable {
  readonly form: FormId | undefined;
}

/** A table that a decision speaks of; `isOfForm`: by its form, which counts before the document that it was decided for. */
export interface ReachedTable {
  readonly table: string;
  readonly isOfForm: boolean;
}

/** The tables of a version whose column a decision speaks of. */
export function reachOf(decision: ColumnDecision, { version, document, tables }: VersionTables): readonly ReachedTable[] {
  const { form } = decision;
  if (form === undefined && decision.document === undefined)
    return decision.version === version ? [{ table: decision.table, isOfForm: true }] : [];
  if (tables.length === 0) return decision.document === document ? [{ table: decision.table, isOfForm: false }] : [];
  return tables.flatMap((table): ReachedTable[] => {
    if (!holdsColumn(table, decision.column)) return [];
    if (form !== undefined && table.form === form) return [{ table: table.sheet, isOfForm: true }];
    const isOfDocument = decision.document === document && sheetKey(table.sheet) === sheetKey(decision.table);
    return isOfDocument ? [{ table: table.sheet, isOfForm: false }] : [];
  });
}

/** Whether a table has a column of this header. */
export function holdsColumn({ headers }: SurveyedTable, column: string): boolean {
  return headers.some((header) => headerKey(header) === headerKey(column));
}
