import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TaggedSpan, TaggedText } from '../../models/index.ts';

const SET = 'mwo2kg';
const FILES = ['train_3200.json', 'dev_401.json'];
const TEXT = z.object({
  tokens: z.array(z.string()),
  mentions: z.array(z.object({ start: z.int(), end: z.int(), labels: z.array(z.string()) })),
});
/** These say something of the spelling or of the annotator, not of what the words are. */
const NO_ENTITIES = new Set(['Typo', 'Abbreviation', 'Unsure']);

/**
 * The texts of MWO2KG that may be learnt from. Annotators marked each text, and a mention stands there once for each who did: kept are
 * those with most votes, of equals the longest, none over another; labels are cut to their first part.
 */
export async function readVotedTexts(dataFolder: string): Promise<TaggedText[]> {
  const texts: TaggedText[] = [];
  for (const file of FILES) {
    const lines = (await readFile(join(dataFolder, SET, file), 'utf8')).split(/\r?\n/).filter((line) => line !== '');
    for (const line of lines) {
      const { tokens, mentions } = TEXT.parse(JSON.parse(line));
      texts.push({ words: tokens, spans: settle(mentions) });
    }
  }
  return texts;
}

function settle(mentions: z.infer<typeof TEXT>['mentions']): TaggedSpan[] {
  const voted = new Map<string, TaggedSpan & { votes: number }>();
  for (const { start, end, labels } of mentions) {
    for (const type of new Set(labels.map((label) => label.split('/')[0] ?? label))) {
      if (NO_ENTITIES.has(type)) continue;
      const one = voted.get(`${start} ${end} ${type}`) ?? { start, end, type, votes: 0 };
      one.votes += 1;
      voted.set(`${start} ${end} ${type}`, one);
    }
  }
  const ranked = [...voted.values()].sort(
    (a, b) => b.votes - a.votes || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.type < b.type ? -1 : 1),
  );
  const kept: TaggedSpan[] = [];
  for (const { start, end, type } of ranked) if (!kept.some((one) => one.start < end && start < one.end)) kept.push({ start, end, type });
  return kept.sort((a, b) => a.start - b.start);
}
