import type { PictureReader, PictureText } from '../parser/picture-text.ts';

/** A cell as its file holds it. `text` is empty for an empty cell. */
export interface RawCell {
  readonly text: string;
  /** A number that the file stores as one. */
  readonly number?: number;
  /** A date that the file stores as one: milliseconds since 1970, UTC. */
  readonly date?: { readonly time: number; readonly precision: 'day' | 'minute' | 'second' };
  /** For an empty cell of a merged range: what stands in the range's first cell. */
  readonly merged?: RawCell;
}

/** One record of a sheet, header and preamble included; records without any cell are no records. */
export interface RawRow {
  readonly cells: readonly RawCell[];
  /** Line of a text file, or row number that a spreadsheet shows. */
  readonly line: number;
  readonly fault?: string;
  /** Part of the row was too long and is not kept. */
  readonly cut?: boolean;
}

export interface RawSheet {
  /** Empty for files of one nameless table. */
  readonly name: string;
  readonly rows: AsyncIterable<readonly RawRow[]>;
  /** What it shows beside its rows, in the order of their cells; asked for once the rows were gone through. */
  readonly pictures?: () => Promise<readonly SheetPicture[]>;
}

/** A picture that a sheet shows. */
export interface SheetPicture {
  /** The cell that it stands in or begins over, as a spreadsheet names it: `B5`. */
  readonly cell: string;
  /** What the cells directly above it or, where it stands in a cell, those beside it say. */
  readonly caption?: string;
  readonly read: (reader: PictureReader) => Promise<readonly PictureText[]>;
}

/** A file of tables, opened. The sheets can be gone through once. */
export interface OpenedTables {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Of the file as a whole, for the quality report. */
  readonly warnings?: readonly string[];
  /** Rows leave out empty cells at their end, so a short row is no fault. */
  readonly ragged: boolean;
  readonly properties: { readonly title?: string; readonly effective?: number };
  readonly sheets: AsyncIterable<RawSheet>;
}
