import { EXPORT_FIELDS, type MadeCell, type MadeExport, type TrueColumn } from '../../../datasets/index.ts';
import { COLUMN_ROLES, type Field, fold, type TypedRecord, unitFacts, type Value } from '../../../kernel/index.ts';
import type { ReadExport } from './read-export.ts';

/** What was read of an export, held against what it was made from. */
export interface ExportScore {
  /** Records wanted, and records that were read of them or beside them. */
  readonly rows: number;
  readonly rowsRead: number;
  readonly columns: number;
  readonly rolesRight: number;
  readonly cells: number;
  /** Cells of which neither the value was read nor is said that it could not be. */
  readonly lost: number;
  /** Cells of which is said that they could not be read. */
  readonly told: number;
  /** Columns of numbers with a unit, of these the ones read in it, in another one, and in none. */
  readonly units: number;
  readonly unitsRight: number;
  readonly unitsWrong: number;
  /** Columns of numbers, and those whose sum is the one that was made. */
  readonly sums: number;
  readonly sumsRight: number;
  /** What is wrong, for a person. */
  readonly faults: readonly string[];
}

const NOISE = 1e-6;

type ReadColumn = ReadExport['columns'][number];

/** Scores roles, cells, units and sums of one export. Columns are paired in the order of the first sheet. */
export function scoreExport(made: MadeExport, read: ReadExport): ExportScore {
  const isTurned = made.days.size > 0;
  const [sheet] = read.columns;
  const columns = read.columns.filter((column) => column.sheet === sheet?.sheet);
  const records = read.records.filter(({ anchor, kind }) => anchor.sheet === (sheet?.sheet ?? '') && kind !== 'spare-part');
  const byLine = new Map<number, TypedRecord[]>();
  for (const record of records) {
    const { line } = record.anchor;
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), record]);
  }
  const faults: string[] = [];
  const wantedRows = isTurned
    ? made.rows.flatMap((row) => row.cells.filter((cell, at) => made.days.has(at) && cell !== undefined)).length
    : made.rows.length;
  if (records.length !== wantedRows) faults.push(`${records.length} records, not ${wantedRows}`);
  const count = { rolesRight: 0, cells: 0, lost: 0, told: 0, units: 0, unitsRight: 0, unitsWrong: 0, sums: 0, sumsRight: 0 };
  made.columns.forEach((column, at) => {
    const found = columns[at];
    const roles: readonly string[] = EXPORT_FIELDS[column.field];
    if (roles.includes(found?.role ?? '')) count.rolesRight += 1;
    else faults.push(`role of "${column.header}" (${column.field}): ${found?.role ?? (found === undefined ? 'no such column' : 'none')}`);
    const day = made.days.get(at);
    const values: Value[] = [];
    let lost = 0;
    let wanted = 0;
    let sum = 0;
    for (const row of made.rows) {
      const cell = row.cells[at];
      if (cell === undefined) continue;
      count.cells += 1;
      wanted += 1;
      sum += cell.number ?? 0;
      const own = byLine.get(row.line) ?? [];
      const value = day === undefined ? valueIn(own, found, cell, column.scale) : dayValue(own, found, cell, day);
      if (value !== undefined) values.push(value);
      else if (own.some(({ fault }) => found !== undefined && fault?.includes(found.header) === true)) count.told += 1;
      else lost += 1;
    }
    count.lost += lost;
    if (lost > 0) faults.push(`"${column.header}" (${column.field}): ${lost} of ${wanted} cells not read and not told`);
    if (isTurned || (column.unit === undefined && !made.rows.some(({ cells }) => cells[at]?.number !== undefined))) return;
    count.sums += 1;
    const readSum = sumOf(records, found);
    const written = sum * (values.some(isInUnit) ? (column.scale ?? 1) : 1);
    if (Math.abs(readSum - sum) < 0.006 || Math.abs(readSum - written) < 0.006) count.sumsRight += 1;
    else faults.push(`"${column.header}": the sum is ${readSum}, not ${Number(sum.toFixed(4))}`);
    if (column.unit === undefined || column.field === 'currency') return;
    const unit = unitOf(found, values);
    count.units += 1;
    if (unit === undefined) faults.push(`"${column.header}": no unit`);
    else if (isUnit(unit, column) || (values.some(isInUnit) && isUnit(unit, { ...column, scale: 1 }))) count.unitsRight += 1;
    else {
      count.unitsWrong += 1;
      faults.push(`"${column.header}": read in ${unit}`);
    }
  });
  return { rows: wantedRows, rowsRead: records.length, columns: made.columns.length, ...count, faults };
}

function fieldsOf(column: ReadColumn | undefined): readonly Field[] {
  if (column === undefined) return [];
  const role = COLUMN_ROLES.find((one) => one === column.role);
  return [`x:${column.header}` as const, ...(role === undefined ? [] : [role])];
}

function valueIn(records: readonly TypedRecord[], column: ReadColumn | undefined, cell: MadeCell, scale = 1): Value | undefined {
  return records
    .flatMap((record) => fieldsOf(column).map((field) => record.columns[field]))
    .find((value): value is Value => value !== undefined && value !== null && isSame(value, cell, scale));
}

/** A mark of a day: in a record of that day, or, where the sheet was not turned, under the name of its column. */
function dayValue(records: readonly TypedRecord[], column: ReadColumn | undefined, cell: MadeCell, day: number): Value | undefined {
  const ofDay = records.filter(({ columns: { date } }) => date?.kind === 'date' && date.time === day);
  const values = ofDay.flatMap(({ columns }) => Object.values(columns));
  return (
    values.find((value): value is Value => value !== undefined && value !== null && isSame(value, cell)) ?? valueIn(records, column, cell)
  );
}

function isSame(value: Value, { text, number, time }: MadeCell, scale = 1): boolean {
  if (time !== undefined) return value.kind === 'date' && value.time === time;
  if (number === undefined) return fold(value.text) === fold(text);
  const read = value.kind === 'number' ? value.number : value.kind === 'quantity' ? value.quantity.low : undefined;
  if (read === undefined || read === null) return false;
  return Math.abs(read - number) < NOISE || (isInUnit(value) && Math.abs(read - number * scale) < NOISE);
}

/** The cell says its own unit, in which an amount of ten thousands may have been written out (0.5 of them as 5000). */
function isInUnit(value: Value): boolean {
  return value.kind === 'quantity' && value.quantity.unit !== '';
}

function sumOf(records: readonly TypedRecord[], column: ReadColumn | undefined): number {
  const [own, role] = fieldsOf(column);
  return records.reduce((sum, { columns }) => {
    const value = (own === undefined ? undefined : columns[own]) ?? (role === undefined ? undefined : columns[role]);
    if (value?.kind === 'number') return sum + value.number;
    return sum + (value?.kind === 'quantity' ? (value.quantity.low ?? 0) : 0);
  }, 0);
}

function unitOf(column: ReadColumn | undefined, values: readonly Value[]): string | undefined {
  const written = values.flatMap((value) => (value.kind === 'quantity' && value.quantity.unit !== '' ? [value.quantity.unit] : []));
  if (written.length > 0) return written[0];
  return column?.unit;
}

function isUnit(read: string, { unit, scale }: TrueColumn): boolean {
  const [facts, wanted] = [unitFacts(read), unitFacts(unit ?? '')];
  if (facts === undefined || wanted === undefined) return false;
  if (wanted.dimension === 'money') return facts.currency === unit && facts.factor === (scale ?? 1);
  return facts.dimension === wanted.dimension && facts.factor === wanted.factor;
}
