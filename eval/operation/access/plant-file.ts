import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FaultlineError, parseJson } from '../../../kernel/index.ts';
import { plantReport } from './plant-report.ts';
import type { PlantReport } from './tally-probes.ts';

/** Plants that were probed, a line of JSON each, by this run or one before. */
export interface PlantFile {
  /** @throws FaultlineError `invalid-request` for a file of something else. */
  read(): Promise<readonly PlantReport[]>;
  /** Several processes may add to one file: a line is written at once. */
  add(report: PlantReport): Promise<void>;
}

const missing = z.object({ code: z.literal('ENOENT') });

export function openPlantFile(path: string): PlantFile {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (missing.safeParse(error).success) return '';
        throw error;
      });
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line, at) => {
          const read = plantReport.safeParse(parseJson(line));
          if (read.success) return read.data;
          throw new FaultlineError(
            'invalid-request',
            `Line ${at + 1} of ${path} is no plant that was probed; name another file with --keep.`,
          );
        });
    },
    add: (report) => appendFile(path, `${JSON.stringify(report)}\n`),
  };
}

/** Which plants of a run are not among those kept; another count or number of plants is another run. */
export function plantsLeft(kept: readonly PlantReport[], run: Pick<PlantReport, 'seed' | 'stores'> & PlantReport['of']): readonly number[] {
  const done = new Set(
    kept
      .filter(({ seed, stores, of }) => seed === run.seed && stores === run.stores && of.count === run.count)
      .filter(({ of }) => of.matrices === run.matrices && of.demo === run.demo)
      .map(({ plant }) => plant),
  );
  return Array.from({ length: run.matrices }, (_, plant) => plant).filter((plant) => !done.has(plant));
}
