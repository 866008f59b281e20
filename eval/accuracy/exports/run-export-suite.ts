import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeExport } from '../../../datasets/index.ts';
import { readExport } from './read-export.ts';
import { type ExportScore, scoreExport } from './score-export.ts';

export interface ScoredExport {
  readonly fileName: string;
  readonly form: string;
  readonly score: ExportScore;
}

/** Makes an export of each seed, reads it with the product's parsers and scores what was read. `keep`: a folder in which the files stay. */
export async function runExportSuite(
  { seeds, isReserve, keep }: { readonly seeds: readonly number[]; readonly isReserve: boolean; readonly keep?: string },
  onExport: (one: ScoredExport) => void,
  signal: AbortSignal,
): Promise<readonly ScoredExport[]> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'faultline-exports-')));
  try {
    const scored: ScoredExport[] = [];
    for (const seed of seeds) {
      const made = await makeExport(seed, isReserve);
      const path = join(folder, made.fileName);
      await writeFile(path, made.bytes);
      const one = { fileName: made.fileName, form: made.form, score: scoreExport(made, await readExport(path, made.fileName, signal)) };
      onExport(one);
      scored.push(one);
    }
    return scored;
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}
