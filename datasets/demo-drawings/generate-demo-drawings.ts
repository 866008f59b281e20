import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { scanSheet } from '../pictures/scan-sheet.ts';
import { drawSkid } from '../skid-drawings/draw-skid.ts';
import type { DrawnSheet } from '../skid-drawings/shape.ts';
import type { Skid } from '../skid-drawings/skid.ts';
import { writeSkidDxf } from '../skid-drawings/write-skid-dxf.ts';
import { writeSkidModel } from '../skid-drawings/write-skid-model.ts';
import { writeSkidPdf } from '../skid-drawings/write-skid-pdf.ts';
import { writeSkidProteus } from '../skid-drawings/write-skid-proteus.ts';
import { writeSkidSvg } from '../skid-drawings/write-skid-svg.ts';
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
  { folder: 'files', ending: 'dxf', write: (drawn) => writeSkidDxf(drawn) },
  { folder: 'other-forms/dexpi', ending: 'xml', write: writeSkidProteus },
  { folder: 'other-forms/dexpi-2', ending: 'xml', write: writeSkidModel },
  { folder: 'other-forms/svg', ending: 'svg', write: writeSkidSvg },
  { folder: 'other-forms/pdf', ending: 'pdf', write: (drawn, skid) => writeSkidPdf([drawn], skid) },
  {
    folder: 'other-forms/raster',
    ending: 'png',
    isNowOnly: true,
    write: async (drawn, skid, sheet) => (await scanSheet(drawn, skid, sheet, { isWorn: false })).content,
  },
];

/**
 * Writes the sheets of the demo's skid, as they hold and as they were one revision before, as DXF, DEXPI 1 and 2, SVG and PDF,
 * and those that hold as scans. Equal seeds, equal bytes; those of scans may differ between kinds of processors. Gives the paths within the folder.
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
  return paths;
}
