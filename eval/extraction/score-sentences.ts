import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LogTagger } from '../../models/index.ts';
import { balanceOf } from './balance-of.ts';
import type { FoldScore } from './fold-score.ts';

const SENTENCE = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() })),
});
const HEX = 16;
const DIGITS = 8;
/** One sentence of so many is measured with and never learnt from (`tools/log-tagger/sentences.py` says the same). */
const HELD = 3;

/** Entities that the tagger which comes with Faultline finds in those Chinese sentences that it was not taught; exact place and type. */
export async function scoreSentences(tagger: LogTagger, folder: string, signal: AbortSignal): Promise<FoldScore> {
  const lines = (await readFile(join(folder, 'sentences.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
  const held = lines.map((line) => SENTENCE.parse(JSON.parse(line))).filter(({ id }) => isHeld(id));
  const rows: { found: string[]; marked: string[] }[] = [];
  for (const { text, entities } of held) rows.push({ found: (await tagger.tag(text, signal)).map(nameOf), marked: entities.map(nameOf) });
  return {
    task: 'Chinese log sentences: entities, eight classes',
    measure: 'F1, exact place and type',
    parts: 'the third by hash of the id that taught nothing',
    texts: held.length,
    figures: [balanceOf(rows)],
  };
}

function isHeld(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, DIGITS), HEX) % HELD === 0;
}

function nameOf({ start, end, type }: { readonly start: number; readonly end: number; readonly type: string }): string {
  return `${start}-${end} ${type}`;
}
