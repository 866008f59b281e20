import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeContent } from '../demo-plant/content/manual-source.ts';
import { writePicturePdf } from '../demo-plant/manual/write-picture-pdf.ts';
import { makePlant, type Plant } from '../demo-plant/plant.ts';
import { createRandom } from '../demo-plant/random.ts';
import { alarmPanel } from '../pictures/alarm-panel.ts';
import { drawPage } from '../pictures/draw-page.ts';
import { scanPage } from '../pictures/scan-page.ts';
import { lockoutForm } from './lockout-form.ts';

const DPI = 200;
/** A4, in points. */
const PAGE = { width: 595, height: 842 } as const;

/**
 * Writes what the demo plant has on paper and on a screen alone: the lock-out form of its first pump as a scanned page in a PDF
 * (`files/`, what the demo reads) and a photo of its alarm panel (`photos/`, for `faultline diagnose --photo`). Gives the paths within
 * the folder. Equal seeds, equal pictures; their bytes may differ between kinds of processors, whose arithmetic rounds otherwise.
 */
export async function generateDemoScans({ seed, folder }: { seed: number; folder: string }): Promise<readonly string[]> {
  const random = createRandom(seed);
  const plant = makePlant(seed, random);
  const { alarms } = makeContent(plant, random);
  const form = lockoutForm(plant, random.fork('lockout'));
  const wear = createRandom(seed, 'scan');
  const { bytes } = await scanPage(wear, drawPage(wear, form.blocks, DPI), { degraded: true, quarters: 0, skew: 0.4 });
  const files: readonly (readonly [string, Uint8Array])[] = [
    [`files/${form.number}.pdf`, await writePicturePdf([{ picture: bytes, ...PAGE }])],
    [`photos/panel-${plant.tags.loop}.jpg`, await alarmPanel(panelRows(plant, alarms), { isDark: true })],
  ];
  for (const [path, content] of files) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return files.map(([path]) => path);
}

/** Two alarms of the manuals as a panel lists them, with the machine that they are of. */
function panelRows({ tags }: Plant, alarms: ReturnType<typeof makeContent>['alarms']): readonly (readonly string[])[] {
  const shown = alarms.filter((alarm) => alarm.tags.includes(tags.pumpA)).slice(0, 2);
  return [['报警', tags.skid], ...shown.map(({ code, tags: [tag = ''] }) => [code, tag]), [tags.pressureA, '0.2 bar']];
}
