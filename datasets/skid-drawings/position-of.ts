import { POSITIONS } from './skid.ts';
import { SKID_WORDS } from './skid-words.ts';

/** What a mark says of a valve, in whichever of the words that the sheets of skids or the files of their plants say it; else undefined. */
export function positionOf(words: string): 'open' | 'closed' | undefined {
  return (['open', 'closed'] as const).find((position) =>
    [...POSITIONS[position], SKID_WORDS.zh[position], SKID_WORDS.en[position]].some((one) => one.toLowerCase() === words.toLowerCase()),
  );
}
