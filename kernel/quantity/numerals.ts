import { foldWidth } from '../text/fold-width.ts';
import { ZH_DIGITS, ZH_GROUPS, ZH_HALF, ZH_POINT, ZH_STEPS } from './numerals.data.ts';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[- ](?:${WORDS.slice(1, 10).join('|')}))?|${[...WORDS].reverse().join('|')})`;
const BELOW_THOUSAND = `(?:(?:${BELOW_HUNDRED}|an?)[- ]hundred(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`;
const SCALE = `[- ](?:${Object.keys(SCALES).join('|')})`;

/** Source of a regular expression for an English number in words: `twelve`, `one hundred and sixty`, `fifty thousand`. */
export const NUMBER_WORD = `(?:${BELOW_THOUSAND}|an?(?=${SCALE}\\b))(?:${SCALE}(?: (?:and )?${BELOW_THOUSAND})?)*`;
/** What digits count (`2 million`), by its word. */
export const DIGITS_SCALE = new RegExp(`^ (hundred|${Object.keys(SCALES).join('|')})\\b`, 'i');

/** How much a word multiplies what stands before it by; undefined of any other word. */
export function scaleOf(word: string): number | undefined {
  return word === 'hundred' ? 100 : SCALES[word];
}

const WHOLE_WORDS = new RegExp(`^(?:${NUMBER_WORD})$`);
const LONGEST = 100;
const DECIMAL = /^[+-]?(?:(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

/**
 * Value of a numeral that fills the whole text: `1,450`, `１２.５`, `三十五`, `十二点五`, `半`, `twelve`, `two hundred`. Undefined when it is none.
 */
export function parseNumeral(text: string): number | undefined {
  const plain = foldWidth(text).trim();
  if (plain.length === 0 || plain.length > LONGEST) return undefined;
  if (/\d/.test(plain)) return DECIMAL.test(plain) ? Number(plain.replace(/[, ]/g, '')) : undefined;
  return parseWords(plain.toLowerCase()) ?? parseChinese(plain);
}

function parseWords(text: string): number | undefined {
  if (!WHOLE_WORDS.test(text)) return undefined;
  let [total, group] = [0, 0];
  for (const word of text.split(/[- ]/)) {
    if (word === 'and') continue;
    const scale = scaleOf(word);
    if (scale === undefined) group += valueOfWord(word);
    else if (scale === 100) group *= scale;
    else {
      total += group * scale;
      group = 0;
    }
  }
  return total + group;
}

/** Of a word below a hundred; `a` before a scale is one. */
function valueOfWord(word: string): number {
  const tens = TENS.indexOf(word);
  return tens >= 0 ? (tens + 2) * 10 : Math.max(WORDS.indexOf(word), /^an?$/.test(word) ? 1 : 0);
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
