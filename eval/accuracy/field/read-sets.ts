import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Application, ingestFiles } from '../../../app/index.ts';
import type { Caller } from '../../../kernel/index.ts';

/** Sets that the questions are about, and logs that stand in the same store beside them. */
const SETS = [
  'apollo-dkit',
  'chiller-work-orders',
  'dobot-manual-zh',
  'doe-handbook',
  'esp-faq',
  'excavator-work-orders',
  'faa-incidents',
  'farmbot-express',
  'fmea-truck',
  'idta-templates',
  'mwo2kg',
  'neuron-docs',
  'robot-fault-codes',
  'trossen-arm',
];
/** Reads the sets that are there, one after the other. */
export async function readSets(
  application: Application,
  caller: Caller,
  dataFolder: string,
  onProgress: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // What is said of a set is no document of it.
  const heldBack = new Map(SETS.map((set) => [`${set}/README.md`, 'describes the set']));
  for (const set of SETS.filter((name) => existsSync(join(dataFolder, name)))) {
    onProgress(`reading ${set}`);
    await ingestFiles(application, caller, { paths: [join(dataFolder, set)], heldBack }, () => undefined, signal);
  }
}
