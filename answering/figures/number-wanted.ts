import { parseNumeral, type TimeUnit } from '../../kernel/index.ts';
import { CALENDAR_UNITS } from './calendar-units.ts';
import { groupField, isKind, SUPERLATIVES } from './figure-shape.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** How many of a ranking are asked for, and the word that says so. */
export interface NumberWanted {
  readonly wanted: number;
  readonly word: string;
  /** The number counts units of the calendar (`three months`, 三个月), which are ranked. */
  readonly unit?: TimeUnit;
}

const SYMBOLS = { year: 'year', quarter: 'quarter', month: 'month', week: 'week', day: 'd' } as const;
/** Longest ranking that a number asks for. */
const MOST = 100;

/**
 * `top 5`, 前三, `three costliest machines`, 最长的三台设备, `the two months with`: a bare number that stands before or behind a word which
 * ranks, behind one that asks which, or before what is ranked. Its word is taken. One where no number is given.
 */
export function numberWanted(sentence: Sentence): NumberWanted {
  const { tokens } = sentence;
  for (const [at, token] of tokens.entries()) {
    const number = sentence.isFree(token) ? plainNumber(token) : undefined;
    if (number === undefined) continue;
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    const ranks = [before, next].some((one) => one !== undefined && sentence.isFree(one) && means(one, ...SUPERLATIVES));
    const asks = before !== undefined && sentence.isFree(before) && means(before, 'group');
    const names = next !== undefined && sentence.isFree(next) && !isKind(next) && groupField(sentence, next) !== undefined;
    const unit = unitIn(token) ?? (next !== undefined && sentence.isFree(next) ? unitOf(next) : undefined);
    if (!ranks && !asks && !names) continue;
    sentence.take(token);
    return { wanted: number, word: token.text, ...(unit === undefined ? {} : { unit }) };
  }
  return { wanted: 1, word: '' };
}

/** The unit of the calendar that a word names. */
export function unitOf(token: Token | undefined): TimeUnit | undefined {
  return token === undefined || token.quantity !== undefined ? undefined : CALENDAR_UNITS.find((unit) => token.meanings.has(unit));
}

/** `three months` was read as a length of time. */
function unitIn({ quantity }: Token): TimeUnit | undefined {
  return quantity?.dimension === 'time' ? CALENDAR_UNITS.find((unit) => SYMBOLS[unit] === quantity.unit) : undefined;
}

function plainNumber(token: Token): number | undefined {
  const { quantity } = token;
  if (token.fields.length > 0 || token.values.length > 0 || token.code !== undefined || token.time !== undefined) return undefined;
  const isPlain = quantity === undefined || (quantity.comparator === '=' && quantity.low === quantity.high && !quantity.recurring);
  const isCounted = quantity === undefined || quantity.dimension === 'none' || unitIn(token) !== undefined;
  const number = isPlain && isCounted ? (quantity?.low ?? parseNumeral(token.text)) : undefined;
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST ? number : undefined;
}
