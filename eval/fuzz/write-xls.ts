import { writeCompound } from './write-compound.ts';

/** A workbook of the old binary form with one sheet of these cells (MS-XLS). */
export function writeXls(rows: readonly (readonly (string | number)[])[]): Buffer {
  return writeCompound({ Workbook: bookRecords(rows.map((row, index) => rowRecords(index, row))) });
}

/** The stream of records of a workbook whose one sheet holds the records given. */
export function bookRecords(cells: readonly Buffer[]): Buffer {
  const begin = (kind: number) => record(0x0809, words(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 0, 0));
  const head = [begin(5), record(0x42, words(1_200))];
  const name = Buffer.from('Log');
  const sheetBytes = 4 + 8 + name.length;
  const end = record(0x0a, Buffer.alloc(0));
  const globals = [...head, end].reduce((sum, part) => sum + part.length, sheetBytes);
  const place = Buffer.alloc(4);
  place.writeUInt32LE(globals);
  const sheet = record(0x85, Buffer.concat([place, words(0), Buffer.of(name.length, 0), name]));
  return Buffer.concat([...head, sheet, end, begin(0x10), ...cells, end]);
}

function rowRecords(row: number, cells: readonly (string | number)[]): Buffer {
  return Buffer.concat(cells.map((cell, column) => (typeof cell === 'number' ? number(row, column, cell) : label(row, column, cell))));
}

function label(row: number, column: number, text: string): Buffer {
  return record(0x0204, Buffer.concat([words(row, column, 0, text.length), Buffer.of(1), Buffer.from(text, 'utf16le')]));
}

function number(row: number, column: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return record(0x0203, Buffer.concat([words(row, column, 0), bytes]));
}

export function record(kind: number, body: Buffer): Buffer {
  return Buffer.concat([words(kind, body.length), body]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
}
