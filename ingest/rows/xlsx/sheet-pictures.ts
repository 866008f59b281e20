import type { Package } from '../../archive/open-package.ts';
import type { ReadPartPicture } from '../../archive/open-part-pictures.ts';
import { toReadFault } from '../../parser/read-fault.ts';
import type { RawRow, RawSheet, SheetPicture } from '../raw-row.ts';
import { cellName } from './cell-name.ts';
import { cellImagesIn } from './read-cell-images.ts';
import { type DrawnPicture, readDrawnPictures } from './read-drawn-pictures.ts';

/** UTF-16 units of a caption; longer cells tell something of their own. */
const LONGEST_CAPTION = 200;

interface Shown extends DrawnPicture {
  readonly caption?: string;
}

/** What the sheets of a workbook share of its pictures. */
interface BookPictures {
  /** Parts of those in cells, by the names that cells call. */
  readonly images: ReadonlyMap<string, string | undefined>;
  readonly readPicture: ReadPartPicture;
  readonly maxElements: number;
}

/**
 * A sheet with the pictures that it shows: those that lie over it, and those in its cells. A picture is called by the row above it where
 * that has one cell alone, and one in a cell by the other cells of its row.
 */
export function withPictures(sheet: RawSheet, source: Package, part: string, { images, readPicture, maxElements }: BookPictures): RawSheet {
  let reading: Promise<readonly DrawnPicture[] | 'damaged'> | undefined;
  const drawn = () => (reading ??= drawnOrDamaged(source, part, maxElements));
  const alone = new Map<number, string>();
  const inCells: Shown[] = [];
  const note = (row: RawRow, lines: ReadonlySet<number>): void => {
    const filled = row.cells.filter(({ text }) => text !== '');
    const [only] = filled;
    if (filled.length === 1 && only !== undefined && lines.has(row.line) && only.text.length <= LONGEST_CAPTION)
      alone.set(row.line, only.text);
    const held = row.cells.flatMap(({ text }, at) => cellImagesIn(text).map((name) => ({ name, column: at + 1 })));
    if (held.length === 0) return;
    const beside = filled.filter(({ text }) => cellImagesIn(text).length === 0).map(({ text }) => text);
    const caption = captioned(beside.join(' '));
    for (const { name, column } of held) {
      const image = images.get(name);
      inCells.push({ row: row.line, column, ...caption, ...(image === undefined ? {} : { part: image }) });
    }
  };
  async function* watched(): AsyncGenerator<readonly RawRow[]> {
    const over = await drawn();
    const lines = new Set(over === 'damaged' ? [] : over.flatMap(({ row }) => [row - 1, row]));
    for await (const batch of sheet.rows) {
      for (const row of batch) note(row, lines);
      yield batch;
    }
  }
  return {
    ...sheet,
    rows: watched(),
    async pictures() {
      const over = await drawn();
      const all = over === 'damaged' ? inCells : [...over.map((one) => ({ ...one, ...captioned(captionOf(one, alone)) })), ...inCells];
      const placed = [...all].sort((a, b) => a.row - b.row || a.column - b.column).map((one) => pictureOf(one, readPicture));
      return over === 'damaged' ? [...placed, UNREADABLE] : placed;
    },
  };
}

/** Stands for all pictures over a sheet whose drawing cannot be read. */
const UNREADABLE: SheetPicture = {
  cell: cellName(1, 1),
  async read(reader) {
    reader.miss('damaged');
    return [];
  },
};

async function drawnOrDamaged(source: Package, part: string, maxElements: number): Promise<readonly DrawnPicture[] | 'damaged'> {
  try {
    return await readDrawnPictures(source, part, maxElements);
  } catch (error) {
    // What lies over the rows is no reason to lose them.
    if (toReadFault(error) === undefined) throw error;
    return 'damaged';
  }
}

function captionOf({ row }: DrawnPicture, alone: ReadonlyMap<number, string>): string {
  return alone.get(row) ?? alone.get(row - 1) ?? '';
}

function captioned(text: string): { readonly caption?: string } {
  return text === '' ? {} : { caption: text.slice(0, LONGEST_CAPTION) };
}

function pictureOf({ row, column, part, caption }: Shown, readPicture: ReadPartPicture): SheetPicture {
  return {
    cell: cellName(row, column),
    ...(caption === undefined ? {} : { caption }),
    async read(reader) {
      if (part !== undefined) return readPicture(part, reader);
      reader.miss('not in the file');
      return [];
    },
  };
}
