import { type GlyphRun, RECOGNITION_FLOOR, type Recognition } from '../../../kernel/index.ts';
import type { PlacedRun, PlacedText } from './text-builder.ts';

/** How the characters of a text were recognised; undefined where none was. */
export function recognitionOf({ text, runs }: PlacedText, engine: string): Recognition | undefined {
  let sum = 0;
  let count = 0;
  const unsure: { start: number; end: number; confidence: number }[] = [];
  const repairs: { start: number; end: number; recognised: string }[] = [];
  for (const run of runs) {
    for (const [at, recognised] of run.repairs ?? []) repairs.push({ start: run.start + at, end: run.start + at + 1, recognised });
    run.confidences?.forEach((hundredths, index) => {
      const at = run.start + index;
      const confidence = hundredths / 100;
      sum += confidence;
      count += 1;
      if (confidence >= RECOGNITION_FLOOR || text[at]?.trim() === '') return;
      const last = unsure.at(-1);
      if (last !== undefined && last.end === at && last.confidence === confidence) last.end = at + 1;
      else unsure.push({ start: at, end: at + 1, confidence });
    });
  }
  if (count === 0) return undefined;
  return { method: 'ocr', engine, confidence: Math.round((1_000 * sum) / count) / 1_000, unsure, repairs };
}

/** A run as passages keep it. */
export function plainRun({ confidences: _, repairs: __, ...run }: PlacedRun): GlyphRun {
  return run;
}
