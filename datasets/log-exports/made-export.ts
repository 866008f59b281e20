import type { ExportFamily, ExportField, ExportLanguage } from './export-fields.ts';

/** A cell of the file: its text as a text file has it, and the number or the date (milliseconds since 1970, UTC) that it stands for. */
export interface MadeCell {
  readonly text: string;
  readonly number?: number;
  readonly time?: number;
}

/** A column as a reader has to understand it. */
export interface TrueColumn {
  readonly header: string;
  readonly field: ExportField;
  /** Unit of its numbers as written: `h`, `min`, or a currency; `scale` multiplies them (万元, k€). */
  readonly unit?: string;
  readonly scale?: number;
}

/** A record with the line of the file, or row of the sheet, that it stands in; an empty cell is undefined. */
export interface TrueRow {
  readonly line: number;
  readonly cells: readonly (MadeCell | undefined)[];
}

export interface MadeExport {
  readonly seed: number;
  readonly family: ExportFamily;
  readonly language: ExportLanguage;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What is special in its form, for a person. */
  readonly form: string;
  readonly columns: readonly TrueColumn[];
  readonly rows: readonly TrueRow[];
  /** Of a check sheet with a column a day: the day of each such column from its index, milliseconds since 1970, UTC. */
  readonly days: ReadonlyMap<number, number>;
}
