import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RelatedText } from '../../models/index.ts';

const FILE = ['maintie-train', 'gold_first968.json'];
const TEXTS = z.array(
  z.object({
    tokens: z.array(z.string()),
    entities: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() })),
    relations: z.array(z.object({ head: z.int(), tail: z.int(), type: z.string() })),
  }),
);

/** The texts of MaintIE that may be learnt from, with entities of the five classes at the top. */
export async function readRelatedTexts(dataFolder: string): Promise<RelatedText[]> {
  const texts = TEXTS.parse(JSON.parse(await readFile(join(dataFolder, ...FILE), 'utf8')));
  return texts.map(({ tokens, entities, relations }) => ({
    words: tokens,
    spans: entities.map(({ start, end, type }) => ({ start, end, type: type.split('/')[0] ?? type })),
    relations,
  }));
}
