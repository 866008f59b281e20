import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DrawnSheet } from '../drawn-sheets/shape.ts';
import { writeSheetDxf } from '../drawn-sheets/write-sheet-dxf.ts';
import { writeSheetPdf } from '../drawn-sheets/write-sheet-pdf.ts';
import { writeSheetSvg } from '../drawn-sheets/write-sheet-svg.ts';
import { drawOneLine } from '../one-line-drawings/draw-one-line.ts';
import { scanSheet } from '../pictures/scan-sheet.ts';
import { drawSkid } from '../skid-drawings/draw-skid.ts';
import type { Skid } from '../skid-drawings/skid.ts';
import { writeSkidModel } from '../skid-drawings/write-skid-model.ts';
import { writeSkidProteus } from '../skid-drawings/write-skid-proteus.ts';
import { makeDemoOneLine } from './make-demo-one-line.ts';
import { makeDemoSkid } from './make-demo-skid.ts';

interface Form {
  readonly folder: string;
  readonly ending: string;
  /** Whether it is written of the revision alone that holds. */
  readonly isNowOnly?: boolean;
  readonly write: (drawn: DrawnSheet, skid: Skid, sheet: number) => string | Promise<Uint8Array>;
}

/** The forms of a sheet. Only DXF is read by the demo: files that bear one number and revision would be documents of one. */
const FORMS: readonly Form[] = [
  { folder: 'files', ending: 'dxf', write: (drawn) => writeSheetDxf(drawn) },
  { folder: 'other-forms/dexpi', ending: 'xml', write: writeSkidProteus },
  { folder: 'other-forms/dexpi-2', ending: 'xml', write: writeSkidModel },
  { folder: 'other-forms/svg', ending: 'svg', write: writeSheetSvg },
  { folder: 'other-forms/pdf', ending: 'pdf', write: (drawn, skid) => writeSheetPdf([drawn], skid) },
  {
    folder: 'other-forms/raster',
    ending: 'png',
    isNowOnly: true,
    write: async (drawn, skid, sheet) => (await scanSheet(drawn, skid, sheet, { isWorn: false })).content,
  },
];

/**
 * Writes the sheets of the demo's skid, as they hold and as they were one revision before, as DXF, DEXPI 1 and 2, SVG and PDF, those that
 * hold as scans, and the one-line diagram of its motors as DXF. Equal seeds, equal bytes; those of scans may differ between kinds of
 * processors. Gives the paths within the folder.
 */
export async function generateDemoDrawings({ seed, folder }: { seed: number; folder: string }): Promise<readonly string[]> {
  const { before, now } = makeDemoSkid(seed);
  const paths: string[] = [];
  for (const skid of [before, now])
    for (const [at, sheet] of drawSkid(skid).entries())
      for (const { folder: of, ending, isNowOnly, write } of FORMS) {
        if (isNowOnly === true && skid !== now) continue;
        const path = `${of}/${skid.sheets[at]?.number ?? ''}-${skid.revisions.at(-1)?.label ?? ''}.${ending}`;
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), await write(sheet, skid, at));
        paths.push(path);
      }
  const oneLine = makeDemoOneLine(seed);
  const path = `files/${oneLine.number}-${oneLine.revisions.at(-1)?.label ?? ''}.dxf`;
  await writeFile(join(folder, path), writeSheetDxf(drawOneLine(oneLine)));
  return [...paths, path];
}
