import { fixedZip } from '../demo-plant/fixed-zip.ts';
import { loadWriter } from '../demo-plant/load-writer.ts';
import type { ExportStyle } from './export-style.ts';
import type { MadeCell } from './made-export.ts';

export interface MadeSheet {
  readonly name: string;
  /** By line from 1; a line that is not there is blank. */
  readonly lines: readonly (readonly (MadeCell | undefined)[])[];
  readonly merges: readonly (readonly [line: number, column: number, toLine: number, toColumn: number])[];
}

/** The bytes of an export; a text file holds the first sheet only. Same input, same bytes. */
export async function writeFile(sheets: readonly MadeSheet[], style: ExportStyle): Promise<Uint8Array> {
  return style.kind === 'csv' ? writeText(sheets[0]?.lines ?? [], style) : writeBook(sheets, style);
}

function writeText(lines: MadeSheet['lines'], { delimiter, encoding }: ExportStyle): Uint8Array {
  const text = lines.map((cells) => cells.map((cell) => quoted(cell?.text ?? '', delimiter)).join(delimiter)).join('\r\n');
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(`${text}\r\n`);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}\r\n`);
    case 'gb18030':
    case 'windows-1252':
      return encode(`${text}\r\n`, encoding);
  }
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** @throws RangeError for a character that the encoding has not. */
function encode(text: string, encoding: 'gb18030' | 'windows-1252'): Uint8Array {
  const table = TABLES.get(encoding) ?? inverse(encoding);
  TABLES.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const found = code < 0x80 ? [code] : table.get(character);
    if (found === undefined) throw new RangeError(`${encoding} has no "${character}"`);
    return found;
  });
  return Uint8Array.from(bytes);
}

/** Node decodes Windows-1252 as Latin-1 unless it decodes a stream. */
const STREAM = { stream: true };

/** Bytes of each character of one or two bytes, by asking the decoder for all of them. */
function inverse(encoding: 'gb18030' | 'windows-1252'): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead <= 0xfe; lead += 1) {
    const trails = encoding === 'gb18030' ? Array.from({ length: 0xbf }, (_, at) => [lead, 0x40 + at]) : [[lead]];
    for (const bytes of trails) {
      const character = decoder.decode(Uint8Array.from(bytes), STREAM);
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
    }
  }
  return table;
}

async function writeBook(sheets: readonly MadeSheet[], style: ExportStyle): Promise<Uint8Array> {
  const { default: excel } = await loadWriter(() => import('exceljs'));
  const book = new excel.Workbook();
  for (const { name, lines, merges } of sheets) {
    const sheet = book.addWorksheet(name);
    lines.forEach((cells, line) => {
      cells.forEach((cell, column) => {
        if (cell === undefined || cell.text === '') return;
        const place = sheet.getCell(line + 1, column + 1);
        if (cell.time !== undefined && style.dates === 'native') {
          place.value = new Date(cell.time);
          place.numFmt = cell.time % 86_400_000 === 0 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
        } else place.value = cell.number !== undefined && String(cell.number) === cell.text ? cell.number : cell.text;
      });
    });
    for (const [line, column, toLine, toColumn] of merges) sheet.mergeCells(line, column, toLine, toColumn);
  }
  return fixedZip(Buffer.from(await book.xlsx.writeBuffer()));
}
