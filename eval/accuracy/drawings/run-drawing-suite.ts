import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSkid, makeSkid, writeSkidDxf, writeSkidModel, writeSkidProteus, writeSkidSvg } from '../../../datasets/index.ts';
import type { Passage } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { readDocument } from '../structure/read-document.ts';
import { type SkidScore, scoreSkid } from './score-skid.ts';

/** Forms in which a skid is written. */
export const DRAWING_FORMS = ['dxf', 'dexpi', 'dexpi-2', 'svg'] as const;
export type DrawingForm = (typeof DRAWING_FORMS)[number];

export interface ScoredSkid {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly score: SkidScore;
}

type Writer = (...sheet: Parameters<typeof writeSkidProteus>) => string;

/** How a sheet of a skid is written in each form. */
export const WRITERS: Readonly<Record<DrawingForm, { readonly ending: string; readonly write: Writer }>> = {
  dxf: { ending: 'dxf', write: (drawn) => writeSkidDxf(drawn) },
  dexpi: { ending: 'xml', write: writeSkidProteus },
  'dexpi-2': { ending: 'xml', write: writeSkidModel },
  svg: { ending: 'svg', write: writeSkidSvg },
};

/** Draws a skid of each seed in each form, reads it with the product's parsers and scores what was read. Leaves nothing behind. */
export async function runDrawingSuite(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onSkid: (skid: ScoredSkid) => void,
  signal: AbortSignal,
): Promise<readonly ScoredSkid[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawings-'));
  const grammar = siteGrammar([]);
  try {
    const scored: ScoredSkid[] = [];
    for (const seed of seeds) {
      const skid = makeSkid(seed);
      const drawn = drawSkid(skid);
      for (const form of forms) {
        const sheets: (readonly Passage[])[] = [];
        for (const [at, sheet] of drawn.entries()) {
          const { ending, write } = WRITERS[form];
          const path = join(folder, `sheet-${at + 1}.${ending}`);
          await writeFile(path, write(sheet, skid, at));
          sheets.push((await readDocument(path, signal)).passages);
        }
        const one = { seed, form, score: scoreSkid(skid, sheets, grammar) };
        onSkid(one);
        scored.push(one);
      }
    }
    return scored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
