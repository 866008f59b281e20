import { foldWidth } from '../text/fold-width.ts';
import { ZH_DIGITS, ZH_GROUPS, ZH_HALF, ZH_POINT, ZH_STEPS } from './numerals.data.ts';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Source of a regular expression for an English number word from zero to ninety-nine. */
export const NUMBER_WORD = `(?:${TENS.join('|')})(?:[- ](?:${WORDS.slice(1, 10).join('|')}))?|${[...WORDS].reverse().join('|')}`;

const DECIMAL = /^[+-]?(?:(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

/**
 * Value of a numeral that fills the whole text: `1,450`, `１２.５`, `三十五`, `十二点五`, `半`, `twelve`. Undefined when it is none.
 */
export function parseNumeral(text: string): number | undefined {
  const plain = foldWidth(text).trim();
  if (plain.length === 0 || plain.length > 40) return undefined;
  if (/\d/.test(plain)) return DECIMAL.test(plain) ? Number(plain.replace(/[, ]/g, '')) : undefined;
  return parseWords(plain.toLowerCase()) ?? parseChinese(plain);
}

function parseWords(text: string): number | undefined {
  const single = WORDS.indexOf(text);
  if (single >= 0) return single;
  const [tens = '', unit, ...rest] = text.split(/[- ]/);
  const index = TENS.indexOf(tens);
  if (index < 0 || rest.length > 0) return undefined;
  const base = (index + 2) * 10;
  if (unit === undefined) return base;
  const ones = WORDS.indexOf(unit);
  return ones >= 1 && ones <= 9 ? base + ones : undefined;
}

function parseChinese(text: string): number | undefined {
  if (text === ZH_HALF) return 0.5;
  const [whole = '', fraction, ...rest] = text.split(ZH_POINT);
  if (rest.length > 0) return undefined;
  const value = parseWhole(whole);
  if (fraction === undefined || value === undefined) return value;
  const decimals = Array.from(fraction, (character) => ZH_DIGITS[character]);
  if (decimals.length === 0 || decimals.includes(undefined)) return undefined;
  return Number(`${value}.${decimals.join('')}`);
}

/** `一百二十` by place value, `二〇二四` digit by digit. */
function parseWhole(text: string): number | undefined {
  const characters = Array.from(text);
  if (characters.length === 0) return undefined;
  if (characters.length > 1 && characters.every((character) => character in ZH_DIGITS)) {
    return Number(characters.map((character) => ZH_DIGITS[character]).join(''));
  }
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const value = ZH_DIGITS[character];
    const step = ZH_STEPS[character];
    const scale = ZH_GROUPS[character];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (step !== undefined) {
      group += (digit ?? 1) * step;
      digit = undefined;
    } else if (scale !== undefined) {
      if (group === 0 && digit === undefined) return undefined;
      total += (group + (digit ?? 0)) * scale;
      group = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + group + (digit ?? 0);
}
