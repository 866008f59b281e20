import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeContent, manualSource } from './content/manual-source.ts';
import type { GoldQuestion } from './gold/gold-question.ts';
import { makeGold } from './gold/make-gold.ts';
import { lockoutSource } from './lockout/isolation-points.ts';
import { writeDocx } from './lockout/write-docx.ts';
import { ALARM_HEADER, alarmCells, makeAlarmEvents } from './logs/alarm-events.ts';
import { csvText } from './logs/csv.ts';
import { FMEA_HEADER, FMEA_SHEET, failureModeCells, makeFailureModes } from './logs/failure-modes.ts';
import { makeWorkOrders, WORK_ORDER_HEADER, WORK_ORDER_HEADER_ZH, workOrderCells } from './logs/work-orders.ts';
import { writeXlsx } from './logs/write-xlsx.ts';
import { type DemoManifest, makeManifest } from './make-manifest.ts';
import { writePdf } from './manual/write-pdf.ts';
import { makePlant } from './plant.ts';
import type { PlantFiles } from './plant-files.ts';
import { createRandom } from './random.ts';

export interface GeneratedPlant {
  readonly seed: number;
  readonly folder: string;
  readonly manifest: DemoManifest;
  readonly gold: readonly GoldQuestion[];
}

/**
 * Writes the documents of an invented plant, `manifest.json` and `gold.jsonl` into the folder. Everything depends on the seed
 * alone: equal seeds give equal bytes (with one version of Node, whose zlib packs the PDF streams).
 */
export async function generateDemoPlant({ seed, folder }: { seed: number; folder: string }): Promise<GeneratedPlant> {
  const random = createRandom(seed);
  const plant = makePlant(seed, random);
  const content = makeContent(plant, random);
  const { documents, tags, years } = plant;
  const files: PlantFiles = {
    manualEn: `${documents.manualEn.number}.pdf`,
    manualZh: `${documents.manualZh.number}.pdf`,
    lockoutEn: `${documents.lockoutEn.number}.docx`,
    lockoutZh: `${documents.lockoutZh.number}.docx`,
    workOrders: `work-orders-${tags.loop}.csv`,
    alarms: `alarm-history-${tags.loop}.csv`,
    failureModes: `fmea-${tags.loop}.xlsx`,
  };
  const orders = makeWorkOrders(tags, years, random.fork('work-orders'));
  const events = makeAlarmEvents(content.alarms, years, random.fork('alarm-events'));
  const failureModes = makeFailureModes(plant, random.fork('failure-modes'));
  const lockout = lockoutSource(plant, random.fork('lockout'));
  const orderHeader = random.fork('order-header').chance(0.7) ? WORK_ORDER_HEADER : WORK_ORDER_HEADER_ZH;
  const manualEn = await writePdf(manualSource(plant, content, 'en'));
  const manualZh = await writePdf(manualSource(plant, content, 'zh'));

  const gold = makeGold(
    { plant, content, files, orders, events, failureModes, lockout, laid: { en: manualEn.laid, zh: manualZh.laid } },
    random.fork('gold'),
  );
  const manifest = makeManifest({
    seed,
    plant,
    files,
    pages: { en: manualEn.laid.pages.length, zh: manualZh.laid.pages.length },
    rows: { workOrders: orders.length, alarms: events.length, failureModes: failureModes.length },
  });

  await mkdir(folder, { recursive: true });
  const write = (name: string, bytes: Uint8Array | string): Promise<void> => writeFile(join(folder, name), bytes);
  await write(files.manualEn, manualEn.bytes);
  await write(files.manualZh, manualZh.bytes);
  await write(files.lockoutEn, await writeDocx(lockout, documents.lockoutEn, 'en'));
  await write(files.lockoutZh, await writeDocx(lockout, documents.lockoutZh, 'zh'));
  await write(files.workOrders, csvText(orderHeader, orders.map(workOrderCells)));
  await write(files.alarms, csvText(ALARM_HEADER, events.map(alarmCells)));
  await write(files.failureModes, await writeXlsx(FMEA_SHEET, FMEA_HEADER, failureModes.map(failureModeCells)));
  await write('gold.jsonl', gold.map((question) => `${JSON.stringify(question)}\n`).join(''));
  await write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return { seed, folder, manifest, gold };
}
