import { type RawBuilder, sql } from 'kysely';
import type { Field, TypedRecord } from '../../kernel/index.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readColumns, storedField } from './record-cells.ts';
import {
  passageIdShape,
  readJson,
  readShape,
  recordCellsShape,
  recordColumnsShape,
  recordKindShape,
  storedRowAnchorShape,
  versionIdShape,
} from './stored-shapes.ts';

/** A row of `record` as `recordColumns` selects it. */
export interface StoredRecord {
  readonly version: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly passage: string;
  readonly anchor_json: string;
  readonly fault: string | null;
  readonly columns_json: string;
  readonly coded_json: string | null;
}

export function recordColumns(dialect: LedgerDialect): RawBuilder<unknown> {
  return sql`record.version, record.ordinal, record.kind, record.passage, record.anchor_json, record.fault,
    ${dialect.unpackJson(sql.ref('record.columns'))} as columns_json, ${dialect.unpackJson(sql.ref('record.coded'))} as coded_json`;
}

export function readRecord(row: StoredRecord): TypedRecord {
  const coded = row.coded_json === null ? {} : readColumns(readJson(recordColumnsShape, row.coded_json, 'record'));
  return {
    versionId: readShape(versionIdShape, row.version, 'record'),
    ordinal: row.ordinal,
    kind: readShape(recordKindShape, row.kind, 'record'),
    columns: { ...readColumns(readJson(recordColumnsShape, row.columns_json, 'record')), ...coded },
    anchor: readJson(storedRowAnchorShape, row.anchor_json, 'record'),
    passageId: readShape(passageIdShape, row.passage, 'record'),
    ...(row.fault === null ? {} : { fault: row.fault }),
  };
}

/** Cells of a log repeat: those that were read are kept, so many of them. */
const CELLS_KEPT = 20_000;

/** As `readCells`, for rows of which many hold the same cells. */
export function startReadingCells(fields: readonly Field[]): (row: Parameters<typeof readCells>[1]) => TypedRecord['columns'] {
  const read = new Map<string, TypedRecord['columns']>();
  return (row) => {
    const key = `${row.plain_json}${row.coded_json}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const cells = readCells(fields, row);
    if (read.size < CELLS_KEPT) read.set(key, cells);
    return cells;
  };
}

/** Cells of some columns, in their order, as `readCells` reads them. */
export function cellColumns(dialect: LedgerDialect, fields: readonly Field[]): RawBuilder<unknown> {
  const [coded, plain] = [fields.filter(isCoded), fields.filter((field) => !isCoded(field))];
  return sql`${dialect.jsonMembers(sql.ref('record.columns'), plain.map(storedField))} as plain_json,
    ${dialect.jsonMembers(sql.ref('record.coded'), coded.map(storedField))} as coded_json`;
}

function readCells(fields: readonly Field[], row: { readonly plain_json: string; readonly coded_json: string }): TypedRecord['columns'] {
  const read = (names: readonly Field[], json: string) => {
    const cells = names.length === 0 ? [] : readJson(recordCellsShape, json, 'record');
    return names.map((field, index) => [field, cells[index] ?? null] as const);
  };
  return Object.fromEntries([
    ...read(
      fields.filter((field) => !isCoded(field)),
      row.plain_json,
    ),
    ...read(fields.filter(isCoded), row.coded_json),
  ]);
}

function isCoded(field: Field): boolean {
  return field.startsWith('coded:');
}
