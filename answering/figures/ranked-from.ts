import { recordPhrases, wording } from '../../ontology/index.ts';

const LINK = wording('rankingLink');
const PHRASES = [...recordPhrases('most'), ...recordPhrases('least')].filter((phrase) => /\p{sc=Han}/u.test(phrase)).join('|');
const RANKS_WITHIN = new RegExp(`^(?:${PHRASES})${LINK}`, 'u');
/** What may stand between: 最高的是哪, 最多的前. */
const ASKS = [...recordPhrases('group'), ...recordPhrases('top'), ...recordPhrases('form')]
  .filter((phrase) => /^\p{sc=Han}{1,2}$/u.test(phrase))
  .join('|');
const RANKS_BEFORE = new RegExp(`(?:${PHRASES})${LINK}(?:${ASKS})*$`, 'u');

/** Where a number itself starts that stands behind words which rank and bound nothing (最高的三台); undefined of any other number. */
export function rankedFrom(text: string, start: number, end: number): number | undefined {
  if (RANKS_BEFORE.test(text.slice(0, start))) return start;
  const within = RANKS_WITHIN.exec(text.slice(start, end))?.[0];
  return within === undefined ? undefined : start + within.length;
}
