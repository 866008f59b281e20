import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassedPhrase } from '../../models/index.ts';

const SET = 'mwo2kg';
const FILES = ['failure_mode_train.txt', 'failure_mode_dev.txt'];

/** The phrases of MWO2KG that may be learnt from, each with its failure mode, which stands after the last comma. */
export async function readClassedPhrases(dataFolder: string): Promise<ClassedPhrase[]> {
  const phrases: ClassedPhrase[] = [];
  for (const file of FILES) {
    const lines = (await readFile(join(dataFolder, SET, file), 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
    for (const line of lines) {
      const comma = line.lastIndexOf(',');
      phrases.push({ phrase: line.slice(0, comma), label: line.slice(comma + 1).trim() });
    }
  }
  return phrases;
}
