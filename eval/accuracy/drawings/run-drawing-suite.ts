import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocumentReader } from '../../../ingest/index.ts';
import type { Passage } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { readDocument } from '../structure/read-document.ts';
import type { DrawingPlan, DrawingScore } from './drawing-plan.ts';
import { planDrawing } from './plan-drawing.ts';
import { readPictured } from './read-pictured.ts';
import { type DrawingForm, isPictured } from './write-sheets.ts';

export interface ScoredDrawing {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly score: DrawingScore;
  /** Time of reading its sheets. */
  readonly milliseconds: number;
}

/** Draws what is planned of each seed in each form, reads it with the product's parsers and scores what was read. Leaves nothing behind. */
export async function runDrawingSuite(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onDrawing: (drawing: ScoredDrawing) => void,
  signal: AbortSignal,
  plan: DrawingPlan = 'skid',
): Promise<readonly ScoredDrawing[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawings-'));
  const grammar = siteGrammar([]);
  const reader = openDocumentReader();
  try {
    const scored: ScoredDrawing[] = [];
    for (const seed of seeds) {
      const planned = planDrawing(plan, seed);
      for (const form of forms) {
        const sheets: (readonly Passage[])[] = [];
        let milliseconds = 0;
        for (const { fileName, content } of await planned.write(form)) {
          const path = join(folder, fileName);
          await writeFile(path, content);
          const started = performance.now();
          sheets.push(isPictured(form) ? await readPictured(reader, path, [], signal) : (await readDocument(path, signal)).passages);
          milliseconds += performance.now() - started;
        }
        const one = { seed, form, score: planned.score(sheets, grammar), milliseconds };
        onDrawing(one);
        scored.push(one);
      }
    }
    return scored;
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}
