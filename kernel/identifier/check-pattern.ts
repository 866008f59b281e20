import { countWays } from './count-ways.ts';
import { LONGEST_CODE } from './find-identifiers.ts';

const LONGEST_PATTERN = 200;
/** Ways in which one text may be tried, at most: a few microseconds at each place of a text. */
const MOST_WAYS = 5_000;

/** What is wrong with a site's pattern, as the end of a sentence that tells what to do; undefined when it may be used. */
export function checkPattern(source: string): string | undefined {
  if (source.length > LONGEST_PATTERN) return `has ${source.length} characters; ${LONGEST_PATTERN} are allowed`;
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${source})$`, 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `is no regular expression (${error.message.split(': ').at(-1)})`;
  }
  if (pattern.test('')) return 'fits a text of no characters: make at least one character necessary';
  const ways = countWays(source, LONGEST_CODE);
  if (ways === undefined) return 'looks back or refers back to itself: write out what it has to fit';
  if (ways > MOST_WAYS) {
    return 'may be tried in so many ways that reading would hang: repeat single characters a bounded number of times, as in [A-Z]{1,4}-\\d{2,5}, and no group that repeats something itself';
  }
  return undefined;
}
