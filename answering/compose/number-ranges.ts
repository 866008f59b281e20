import { fold } from '../../kernel/index.ts';
import { wording } from '../../ontology/index.ts';

/** Numbers of so many digits are those of things (serials, lots); shorter ones may be a year or a value. Pattern source. */
export const LONG_NUMBER = '\\d{5,12}';
const CLOSED = `(?<low>${LONG_NUMBER})\\s*(?:[-–—~～]|${wording('upTo')})\\s*(?<high>${LONG_NUMBER})`;
const OPEN = `(?<from>${LONG_NUMBER})\\s*(?:${wording('onwards')})`;
const RANGE = new RegExp(`(?<!\\d)(?:${CLOSED}|${OPEN})(?!\\d)`, 'gu');
/** What may stand between the ranges of a cell. */
const BETWEEN = new RegExp(`^(?:[\\s,、;；，/]|${wording('listAnd')})*$`, 'u');

/** Numbers of things that something holds for, both ends included. */
export interface NumberRange {
  readonly low: bigint;
  /** Absent: without end. */
  readonly high?: bigint;
}

const WHOLE = new RegExp(`^${LONG_NUMBER}$`, 'u');

export function isLongNumber(text: string): boolean {
  return WHOLE.test(text);
}

/** Ranges in a text (`2019017~2019050`, `2020001 and later`), and whether it says nothing else. */
export function numberRanges(text: string): { readonly ranges: readonly NumberRange[]; readonly isAll: boolean } {
  const folded = fold(text);
  const ranges: NumberRange[] = [];
  let rest = '';
  let at = 0;
  for (const match of folded.matchAll(RANGE)) {
    const { low, high, from } = match.groups ?? {};
    if (from !== undefined) ranges.push({ low: BigInt(from) });
    else if (low !== undefined && high !== undefined && low.length === high.length) ranges.push({ low: BigInt(low), high: BigInt(high) });
    else continue;
    rest += folded.slice(at, match.index);
    at = match.index + match[0].length;
  }
  return { ranges, isAll: ranges.length > 0 && BETWEEN.test(rest + folded.slice(at)) };
}

/** Whether one of them has a number, written in digits, that is as long as they are. */
export function isWithin(number: string, ranges: readonly NumberRange[]): boolean {
  const value = BigInt(number);
  return ranges.some(({ low, high }) => String(low).length === number.length && value >= low && (high === undefined || value <= high));
}
