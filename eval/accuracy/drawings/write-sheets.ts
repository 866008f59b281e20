import {
  type DrawnSheet,
  drawSkid,
  type Skid,
  writeSheetDxf,
  writeSheetPdf,
  writeSheetSvg,
  writeSkidModel,
  writeSkidProteus,
} from '../../../datasets/index.ts';
import { assertNever } from '../../../kernel/index.ts';
import { scanSheet } from './pictures/scan-sheet.ts';

/** Forms in which a skid is written as lines and texts, or as what it is. */
export const DRAWING_FORMS = ['dxf', 'dexpi', 'dexpi-2', 'svg', 'pdf'] as const;
/** Forms in which its texts are to be recognised: a scan, and a PDF whose texts are outlines. Each sheet takes many seconds. */
export const PICTURED_FORMS = ['raster', 'outlined-pdf'] as const;
export type DrawingForm = (typeof DRAWING_FORMS)[number] | (typeof PICTURED_FORMS)[number];

/** Whether a form has no texts, so that they are recognised in its picture. */
export function isPictured(form: DrawingForm): form is (typeof PICTURED_FORMS)[number] {
  return PICTURED_FORMS.some((one) => one === form);
}

interface SheetFile {
  readonly fileName: string;
  readonly content: string | Uint8Array;
}

/** The sheets of a skid as files of a form: one each, but for a PDF of an odd seed, which is a set of all of them. */
export async function writeSheets(skid: Skid, form: DrawingForm): Promise<readonly SheetFile[]> {
  const drawn = drawSkid(skid);
  if (form === 'pdf') {
    const files = skid.seed % 2 === 1 ? [drawn] : drawn.map((sheet) => [sheet]);
    return Promise.all(files.map(async (sheets, at) => ({ fileName: `sheet-${at + 1}.pdf`, content: await writeSheetPdf(sheets, skid) })));
  }
  if (form === 'outlined-pdf') {
    const write = async (sheet: DrawnSheet): Promise<Uint8Array> => writeSheetPdf([sheet], skid, { isOutlined: true });
    return Promise.all(drawn.map(async (sheet, at) => ({ fileName: `sheet-${at + 1}.pdf`, content: await write(sheet) })));
  }
  if (form === 'raster') {
    const scanned = await Promise.all(drawn.map((sheet, at) => scanSheet(sheet, skid, at)));
    return scanned.map(({ format, content }, at) => ({ fileName: `sheet-${at + 1}.${format}`, content }));
  }
  return drawn.map((sheet, at): SheetFile => {
    const name = `sheet-${at + 1}`;
    switch (form) {
      case 'dxf':
        return { fileName: `${name}.dxf`, content: writeSheetDxf(sheet) };
      case 'dexpi':
        return { fileName: `${name}.xml`, content: writeSkidProteus(sheet, skid, at) };
      case 'dexpi-2':
        return { fileName: `${name}.xml`, content: writeSkidModel(sheet, skid, at) };
      case 'svg':
        return { fileName: `${name}.svg`, content: writeSheetSvg(sheet, skid) };
      default:
        return assertNever(form);
    }
  });
}
