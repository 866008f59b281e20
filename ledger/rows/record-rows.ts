import { type RawBuilder, sql } from 'kysely';
import type { Field, TypedRecord, Value } from '../../kernel/index.ts';
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

/** Cells of a log repeat: those that were read are kept, so many of each column. */
const CELLS_KEPT = 20_000;

/** Columns c0, c1, … that hold the cells of some fields as JSON. */
export function cellColumns(dialect: LedgerDialect, fields: readonly Field[]): RawBuilder<unknown>[] {
  return fields.map((field, index) => {
    const column = sql.ref(field.startsWith('coded:') ? 'record.coded' : 'record.columns');
    return sql`${dialect.jsonMember(column, storedField(field))} as ${sql.ref(`c${index}`)}`;
  });
}

/** Reads what `cellColumns` selects, for rows of which many hold the same cells. */
export function startReadingCells(fields: readonly Field[]): (row: Readonly<Record<string, unknown>>) => TypedRecord['columns'] {
  const columns = fields.map((field, index) => ({ field, name: `c${index}`, read: new Map<string, Value | null>() }));
  return (row) => {
    const cells: Partial<Record<Field, Value | null>> = {};
    for (const { field, name, read } of columns) {
      const json = row[name];
      cells[field] = typeof json === 'string' ? readCell(json, read) : null;
    }
    return cells as TypedRecord['columns'];
  };
}

function readCell(json: string, read: Map<string, Value | null>): Value | null {
  const known = read.get(json);
  if (known !== undefined) return known;
  const [cell = null] = readJson(recordCellsShape, `[${json}]`, 'record');
  if (read.size < CELLS_KEPT) read.set(json, cell);
  return cell;
}
