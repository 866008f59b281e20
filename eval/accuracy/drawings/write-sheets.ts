import {
  type DrawnSheet,
  drawSkid,
  type SheetSet,
  type Skid,
  scanSheet,
  writeSheetDxf,
  writeSheetPdf,
  writeSheetSvg,
  writeSkidModel,
  writeSkidProteus,
} from '../../../datasets/index.ts';
import { assertNever } from '../../../kernel/index.ts';

/** Forms that hold lines and texts alone. */
export const LINE_FORMS = ['dxf', 'svg', 'pdf'] as const;
/** Forms in which a skid is written as lines and texts, or as what it is. */
export const DRAWING_FORMS = ['dxf', 'dexpi', 'dexpi-2', 'svg', 'pdf'] as const;
/** Forms in which its texts are to be recognised: a scan, and a PDF whose texts are outlines. Each sheet takes many seconds. */
export const PICTURED_FORMS = ['raster', 'outlined-pdf'] as const;
export type DrawingForm = (typeof DRAWING_FORMS)[number] | (typeof PICTURED_FORMS)[number];

/** Whether a form has no texts, so that they are recognised in its picture. */
export function isPictured(form: DrawingForm): form is (typeof PICTURED_FORMS)[number] {
  return PICTURED_FORMS.some((one) => one === form);
}

export interface SheetFile {
  readonly fileName: string;
  readonly content: string | Uint8Array;
}

/** The sheets of a skid as files of a form: one each, but for a PDF of an odd seed, which is a set of all of them. */
export async function writeSheets(skid: Skid, form: DrawingForm): Promise<readonly SheetFile[]> {
  const drawn = drawSkid(skid);
  switch (form) {
    case 'dexpi':
      return drawn.map((sheet, at) => ({ fileName: `sheet-${at + 1}.xml`, content: writeSkidProteus(sheet, skid, at) }));
    case 'dexpi-2':
      return drawn.map((sheet, at) => ({ fileName: `sheet-${at + 1}.xml`, content: writeSkidModel(sheet, skid, at) }));
    default:
      return writeDrawnSheets(drawn, skid, form);
  }
}

/** Sheets of a set as files of a form that holds lines and texts alone, or their picture; a PDF of an odd seed holds all of them. */
export async function writeDrawnSheets(
  drawn: readonly DrawnSheet[],
  set: SheetSet,
  form: Exclude<DrawingForm, 'dexpi' | 'dexpi-2'>,
): Promise<readonly SheetFile[]> {
  switch (form) {
    case 'pdf': {
      const files = set.seed % 2 === 1 ? [drawn] : drawn.map((sheet) => [sheet]);
      return Promise.all(files.map(async (sheets, at) => ({ fileName: `sheet-${at + 1}.pdf`, content: await writeSheetPdf(sheets, set) })));
    }
    case 'outlined-pdf': {
      const write = async (sheet: DrawnSheet): Promise<Uint8Array> => writeSheetPdf([sheet], set, { isOutlined: true });
      return Promise.all(drawn.map(async (sheet, at) => ({ fileName: `sheet-${at + 1}.pdf`, content: await write(sheet) })));
    }
    case 'raster': {
      const scanned = await Promise.all(drawn.map((sheet, at) => scanSheet(sheet, set, at)));
      return scanned.map(({ format, content }, at) => ({ fileName: `sheet-${at + 1}.${format}`, content }));
    }
    case 'dxf':
      return drawn.map((sheet, at) => ({ fileName: `sheet-${at + 1}.dxf`, content: writeSheetDxf(sheet) }));
    case 'svg':
      return drawn.map((sheet, at) => ({ fileName: `sheet-${at + 1}.svg`, content: writeSheetSvg(sheet, set) }));
    default:
      return assertNever(form);
  }
}
