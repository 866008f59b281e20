/** Drawings and pictures: a DXF as text and in its binary form, DEXPI of both versions, a PDF that is a sheet or a scan. */
export const DRAWN_FORMATS = ['dxf', 'binary-dxf', 'dexpi', 'svg', 'sheet', 'png', 'jpeg', 'tiff', 'scan'] as const;
/** Office documents beside DOCX and XLSX: slides, and the old binary forms. */
export const OFFICE_FORMATS = ['pptx', 'doc', 'xls'] as const;
/** Kinds of files that are made; the last stands for those that are refused. */
export const FUZZ_FORMATS = [
  'pdf',
  'docx',
  'xlsx',
  ...OFFICE_FORMATS,
  'csv',
  'text',
  'markdown',
  'html',
  'rst',
  ...DRAWN_FORMATS,
  'other',
] as const;
export type FuzzFormat = (typeof FUZZ_FORMATS)[number];

/** A file that is well formed, before it is spoilt. */
export interface Seed {
  readonly format: FuzzFormat;
  /** With the ending that its kind has. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A spoilt file and how it was made. */
export interface FuzzFile {
  readonly format: FuzzFormat;
  readonly name: string;
  readonly bytes: Buffer;
  /** Names of what was done to it, in order. */
  readonly mutations: readonly string[];
}
