import { AFTER_NO_SCALE, ZH, ZH_FIRST, ZH_GROUPS, ZH_HALF, ZH_POINT } from './numerals.data.ts';
import { DIGITS_SCALE, NUMBER_WORD, parseNumeral, scaleOf } from './numerals.ts';

/** A numeral in width-folded text. `start` counts the sign or `±`, `numeralStart` does not. */
export interface NumberToken {
  readonly start: number;
  readonly numeralStart: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly script: 'digits' | 'zh' | 'word';
  readonly sign: '' | '+' | '-' | '±';
  /** Letters of a size or rating written before the number (`M12`, `DN50`, `IP55`), which stand for its unit. */
  readonly designation?: string;
}

/** Of digits, and of words. */
const LONGEST = { digits: 40, zh: 40, word: 100 } as const;
/** `百度`, `千万`: a step without a digit before it begins another word. */
const NUMERAL = new RegExp(
  `(?<digits>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?)|(?<zh>[${ZH_FIRST}][${ZH}${Object.keys(ZH_GROUPS).join('')}]*(?:${ZH_POINT}[${ZH}]+)?|${ZH_HALF})|\\b(?<word>${NUMBER_WORD})\\b`,
  'gi',
);
/** A letter, digit or `_` before a numeral, but for the `x` of `1920x1080`. */
const GLUED = /(?:[A-WYZa-wyz0-9_]|(?:^|\D)[xX])$/;
const DESIGNATION = /(?:^|[^A-Za-z0-9_-])(M|DN|PN|IP|IK|NPS)$/;
/** `×10³`, `x10^-3`; `x1080` is none. */
const POWER = /^\s?[×x*]\s?10(?:\^([-+]?\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))/;

/** All numerals in order; those glued to a Latin letter before them are left to the finder of identifiers. */
export function numberTokens(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const token = tokenOf(text, match);
    if (token !== undefined && token.numeralStart >= (tokens.at(-1)?.end ?? 0)) tokens.push(token);
  }
  return tokens;
}

function tokenOf(text: string, match: RegExpExecArray): NumberToken | undefined {
  const written = match[0];
  const designation = DESIGNATION.exec(text.slice(Math.max(0, match.index - 4), match.index))?.[1];
  if (designation === undefined && GLUED.test(text.slice(Math.max(0, match.index - 2), match.index))) return undefined;
  const script = match.groups?.digits !== undefined ? 'digits' : match.groups?.zh !== undefined ? 'zh' : 'word';
  const base = written.length > LONGEST[script] ? undefined : parseNumeral(written);
  if (base === undefined) return undefined;
  let end = match.index + written.length;
  let scale = 1;
  if (script === 'digits') {
    const power = POWER.exec(text.slice(end, end + 12));
    const worded = DIGITS_SCALE.exec(text.slice(end, end + 12));
    const han = ZH_GROUPS[text.charAt(end)];
    if (power !== null) {
      scale = 10 ** Number((power[1] ?? power[2] ?? '').normalize('NFKC').replace('−', '-'));
      end += power[0].length;
    } else if (worded !== null) {
      scale = scaleOf((worded[1] ?? '').toLowerCase()) ?? 1;
      end += worded[0].length;
    } else if (han !== undefined && !AFTER_NO_SCALE.test(text.slice(end, end + 2))) {
      scale = han;
      end += 1;
    }
  }
  const { sign, start } =
    designation === undefined ? signBefore(text, match.index) : { sign: '' as const, start: match.index - designation.length };
  const value = Number((base * scale * (sign === '-' ? -1 : 1)).toPrecision(15));
  return {
    start,
    numeralStart: match.index,
    end,
    value,
    decimals: decimalsOf(written),
    script,
    sign,
    ...(designation === undefined ? {} : { designation }),
  };
}

function signBefore(text: string, at: number): { readonly sign: NumberToken['sign']; readonly start: number } {
  const before = /(?:±|\+\/-)\s?$/.exec(text.slice(Math.max(0, at - 4), at));
  if (before !== null) return { sign: '±', start: at - before[0].length };
  const sign = text.charAt(at - 1);
  if ((sign === '-' || sign === '+') && !/[A-Za-z0-9)\]%℃°″"²³]/.test(text.charAt(at - 2))) return { sign, start: at - 1 };
  if ((sign === '-' || sign === '+') && text.charAt(at - 2) === '/') return { sign, start: at - 1 };
  return { sign: '', start: at };
}

const FRACTION = new RegExp(`[.${ZH_POINT}](.*)$`);

function decimalsOf(written: string): number {
  const fraction = FRACTION.exec(written)?.[1];
  return fraction === undefined ? (written === ZH_HALF ? 1 : 0) : fraction.length;
}
