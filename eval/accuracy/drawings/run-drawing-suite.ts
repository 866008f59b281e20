import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSkid } from '../../../datasets/index.ts';
import { openDocumentReader } from '../../../ingest/index.ts';
import type { Passage } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { readDocument } from '../structure/read-document.ts';
import { readPictured } from './read-pictured.ts';
import { type SkidScore, scoreSkid } from './score-skid.ts';
import { type DrawingForm, isPictured, writeSheets } from './write-sheets.ts';

export interface ScoredSkid {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly score: SkidScore;
  /** Time of reading its sheets. */
  readonly milliseconds: number;
}

/** Draws a skid of each seed in each form, reads it with the product's parsers and scores what was read. Leaves nothing behind. */
export async function runDrawingSuite(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onSkid: (skid: ScoredSkid) => void,
  signal: AbortSignal,
): Promise<readonly ScoredSkid[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawings-'));
  const grammar = siteGrammar([]);
  const reader = openDocumentReader();
  try {
    const scored: ScoredSkid[] = [];
    for (const seed of seeds) {
      const skid = makeSkid(seed);
      for (const form of forms) {
        const sheets: (readonly Passage[])[] = [];
        let milliseconds = 0;
        for (const { fileName, content } of await writeSheets(skid, form)) {
          const path = join(folder, fileName);
          await writeFile(path, content);
          const started = performance.now();
          sheets.push(isPictured(form) ? await readPictured(reader, path, [], signal) : (await readDocument(path, signal)).passages);
          milliseconds += performance.now() - started;
        }
        const one = { seed, form, score: scoreSkid(skid, sheets, grammar), milliseconds };
        onSkid(one);
        scored.push(one);
      }
    }
    return scored;
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}
