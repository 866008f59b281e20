import {
  drawSkid,
  type Skid,
  writeSkidDxf,
  writeSkidModel,
  writeSkidPdf,
  writeSkidProteus,
  writeSkidSvg,
} from '../../../datasets/index.ts';
import { assertNever } from '../../../kernel/index.ts';

/** Forms in which a skid is written. */
export const DRAWING_FORMS = ['dxf', 'dexpi', 'dexpi-2', 'svg', 'pdf'] as const;
export type DrawingForm = (typeof DRAWING_FORMS)[number];

interface SheetFile {
  readonly fileName: string;
  readonly content: string | Uint8Array;
}

/** The sheets of a skid as files of a form: one each, but for a PDF of an odd seed, which is a set of all of them. */
export async function writeSheets(skid: Skid, form: DrawingForm): Promise<readonly SheetFile[]> {
  const drawn = drawSkid(skid);
  if (form === 'pdf') {
    const files = skid.seed % 2 === 1 ? [drawn] : drawn.map((sheet) => [sheet]);
    return Promise.all(files.map(async (sheets, at) => ({ fileName: `sheet-${at + 1}.pdf`, content: await writeSkidPdf(sheets, skid) })));
  }
  return drawn.map((sheet, at): SheetFile => {
    const name = `sheet-${at + 1}`;
    switch (form) {
      case 'dxf':
        return { fileName: `${name}.dxf`, content: writeSkidDxf(sheet) };
      case 'dexpi':
        return { fileName: `${name}.xml`, content: writeSkidProteus(sheet, skid, at) };
      case 'dexpi-2':
        return { fileName: `${name}.xml`, content: writeSkidModel(sheet, skid, at) };
      case 'svg':
        return { fileName: `${name}.svg`, content: writeSkidSvg(sheet, skid) };
      default:
        return assertNever(form);
    }
  });
}
