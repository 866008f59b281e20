import { type UnitOfMeasure, unitAt, unitOf } from '../units/units.ts';
import type { NumberToken } from './number-tokens.ts';
import { BETWEEN, BETWEEN_BEFORE, COUNTED, RANGE, REFERENCE, ZH_ONE, ZH_PERCENT, ZH_TRAP } from './quantity-words.data.ts';

const NO_UNIT: UnitOfMeasure = { symbol: '', dimension: 'none', factor: 1, offset: 0, alone: false };

/** One number, range or tolerance before it is given its comparator. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly unit: UnitOfMeasure;
  readonly tolerance?: { readonly minus: number; readonly plus: number };
  readonly decimals: number;
  /** Tokens used up. */
  readonly used: number;
}

interface Placed {
  readonly unit: UnitOfMeasure;
  readonly end: number;
}

/**
 * The quantity that begins with token `at` of width-folded text, as fraction, range, tolerance or single number; undefined when
 * the token is no amount (a reference, `十分`, `3D`).
 */
export function readQuantity(text: string, tokens: readonly NumberToken[], at: number): Reading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.sign === '±') return readLoneTolerance(text, token);
  const unit = unitAfter(text, token);
  return (
    readFraction(text, tokens, at) ??
    readRange(text, tokens, at, unit) ??
    readTolerance(text, tokens, at, unit) ??
    readSingle(text, tokens, at, unit)
  );
}

function readLoneTolerance(text: string, token: NumberToken): Reading {
  const placed = unitAfter(text, token);
  const tolerance = { minus: Math.abs(token.value), plus: Math.abs(token.value) };
  const { unit, end } = placed ?? { unit: NO_UNIT, end: token.end };
  return { start: token.start, end, low: 0, high: 0, unit, tolerance, decimals: token.decimals, used: 1 };
}

/** `3/4 in`, `1 1/2″`, `1-1/2"`: sizes in inches are written as fractions of halves, quarters and so on. */
function readFraction(text: string, tokens: readonly NumberToken[], at: number): Reading | undefined {
  const first = tokens[at];
  const second = tokens[at + 1];
  const third = tokens[at + 2];
  if (first === undefined || second === undefined || first.decimals > 0) return undefined;
  const share = fraction(text, first, second);
  const whole =
    third !== undefined && /^(?: |-| - )$/.test(text.slice(first.end, second.start)) ? fraction(text, second, third) : undefined;
  const last = share !== undefined ? second : third;
  const value = share ?? (whole === undefined ? undefined : first.value + whole);
  const placed = last === undefined ? undefined : unitAfter(text, last);
  if (value === undefined || placed?.unit.symbol !== 'in') return undefined;
  return {
    start: first.start,
    end: placed.end,
    low: value,
    high: value,
    unit: placed.unit,
    decimals: 3,
    used: share !== undefined ? 2 : 3,
  };
}

function fraction(text: string, over: NumberToken, under: NumberToken): number | undefined {
  const proper = text.slice(over.end, under.start) === '/' && over.value < under.value && [2, 4, 8, 16, 32, 64].includes(under.value);
  return proper ? over.value / under.value : undefined;
}

function readRange(text: string, tokens: readonly NumberToken[], at: number, first: Placed | undefined): Reading | undefined {
  const low = tokens[at];
  const high = tokens[at + 1];
  if (low === undefined || high === undefined || high.sign === '±') return undefined;
  const gap = text.slice(first?.end ?? low.end, high.start);
  const between = BETWEEN.test(gap) && BETWEEN_BEFORE.test(text.slice(Math.max(0, low.start - 12), low.start));
  if (gap.length > 12 || !(RANGE.test(gap) || between)) return undefined;
  const second = unitAfter(text, high);
  const unit = (second ?? first)?.unit ?? NO_UNIT;
  if (first !== undefined && second !== undefined && first.unit.dimension !== second.unit.dimension) return undefined;
  const from = first === undefined ? low.value : convert(low.value, first.unit, unit);
  if (from > high.value) return undefined;
  const start = low.start;
  const decimals = Math.max(low.decimals, high.decimals);
  return { start, end: second?.end ?? high.end, low: from, high: high.value, unit, decimals, used: 2 };
}

function readTolerance(text: string, tokens: readonly NumberToken[], at: number, first: Placed | undefined): Reading | undefined {
  const main = tokens[at];
  const plus = tokens[at + 1];
  const minus = tokens[at + 2];
  if (main === undefined || plus === undefined || !/^\s?[(]?\s?$/.test(text.slice(first?.end ?? main.end, plus.start))) return undefined;
  if (plus.sign === '±') return withTolerance(text, main, first, plus, plus, 2);
  if (plus.sign !== '+' || minus?.sign !== '-') return undefined;
  const middle = unitAfter(text, plus);
  if (!/^\s?[/,]?\s?$/.test(text.slice(middle?.end ?? plus.end, minus.start))) return undefined;
  return withTolerance(text, main, first, plus, minus, 3);
}

function withTolerance(
  text: string,
  main: NumberToken,
  first: Placed | undefined,
  plus: NumberToken,
  minus: NumberToken,
  used: number,
): Reading | undefined {
  const own = unitAfter(text, minus);
  const percent = own?.unit.symbol === '%' && first?.unit.symbol !== '%';
  const opened = text.slice(Math.max(0, main.start - 2), plus.start).includes('(');
  const behind = opened ? /^\s?\)/.exec(text.slice(own?.end ?? minus.end, (own?.end ?? minus.end) + 2)) : null;
  const end = (own?.end ?? minus.end) + (behind?.[0].length ?? 0);
  const after = first === undefined && (percent || own === undefined) ? unitAtGap(text, end) : undefined;
  const unit = first?.unit ?? (percent ? after?.unit : (own ?? after)?.unit) ?? NO_UNIT;
  const width = (token: NumberToken) => {
    const value = Math.abs(token.value);
    if (percent) return (Math.abs(main.value) * value) / 100;
    return own === undefined ? value : (value * own.unit.factor) / unit.factor;
  };
  if (!percent && own !== undefined && own.unit.dimension !== unit.dimension && unit.dimension !== 'temperature') return undefined;
  return {
    start: main.start,
    end: after?.end ?? end,
    low: main.value,
    high: main.value,
    unit,
    tolerance: { minus: width(minus), plus: width(plus) },
    decimals: Math.max(main.decimals, percent ? 0 : Math.max(plus.decimals, minus.decimals)),
    used,
  };
}

const CURRENCY = /(?:US\$|[$¥￥€£]|\b(?:USD|RMB|CNY|EUR|GBP))\s?$/;

function readSingle(text: string, tokens: readonly NumberToken[], at: number, placed: Placed | undefined): Reading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const found = placed ?? sharedUnit(text, tokens, at);
  const money = found === undefined ? CURRENCY.exec(text.slice(Math.max(0, token.start - 6), token.start)) : null;
  const currency = money === null ? undefined : unitOf(money[0].trim());
  if (found === undefined && currency === undefined && !countsAlone(text, token)) return undefined;
  return {
    start: token.start - (money?.[0].length ?? 0),
    end: placed?.end ?? token.end,
    low: token.value,
    high: token.value,
    unit: found?.unit ?? currency ?? NO_UNIT,
    decimals: token.decimals,
    used: 1,
  };
}

function countsAlone(text: string, token: NumberToken): boolean {
  const after = text.slice(token.end, token.end + 3);
  if (token.script === 'zh') return token.value >= 2 && COUNTED.test(after);
  if (token.script === 'word') return token.value >= 2;
  if (/^[A-Za-z_]/.test(after) && !/^[x×]\s?\d/i.test(after)) return false;
  if (token.decimals > 0 && isHeadingNumber(text, token, after)) return false;
  return !REFERENCE.test(text.slice(Math.max(0, token.start - 14), token.start));
}

/** `3.2 Installation` at the start of a line. */
function isHeadingNumber(text: string, token: NumberToken, after: string): boolean {
  const before = text.slice(Math.max(0, token.start - 8), token.start);
  return /(?:^|\n)[ \t]*$/.test(before) && (before.length < 8 || before.includes('\n')) && /^\s{1,2}[\p{L}]/u.test(after);
}

/** `110/220 V`, `100 × 200 × 300 mm`: the unit stands behind the last of the row. */
function sharedUnit(text: string, tokens: readonly NumberToken[], at: number): Placed | undefined {
  for (let next = at + 1; next < Math.min(tokens.length, at + 6); next += 1) {
    const before = tokens[next - 1];
    const token = tokens[next];
    if (before === undefined || token === undefined || !/^\s?[/×xX*、]\s?$/.test(text.slice(before.end, token.start))) return undefined;
    const placed = unitAfter(text, token);
    if (placed !== undefined) return placed;
  }
  return undefined;
}

function unitAfter(text: string, token: NumberToken): Placed | undefined {
  if (token.designation !== undefined) {
    const unit = unitOf(token.designation);
    return unit === undefined ? undefined : { unit, end: token.end };
  }
  const placed = unitAtGap(text, token.end);
  const percent = unitOf('%');
  if (percent !== undefined && text.endsWith(ZH_PERCENT, token.start)) return { unit: percent, end: token.end };
  if (placed === undefined) return attachedDegrees(text, token.end);
  const { unit, end } = placed;
  if (token.script === 'zh' && (token.value === 1 ? ZH_ONE.has(unit.symbol) : isZhTrap(text, token, end))) return undefined;
  if (unit.symbol === 'in' && !isInch(text, token, end)) return undefined;
  if (/^\/[A-Za-zμ]/.test(text.slice(end, end + 2)) && unitAt(text, end + 1) !== undefined) return undefined;
  return placed;
}

/** Whether a numeral and the unit behind it are another word. */
function isZhTrap(text: string, token: NumberToken, end: number): boolean {
  return ZH_TRAP.test(text.slice(token.end, end));
}

/** `85¹⁾ m³/h`: the mark of a note between a number and its unit. */
const NOTE_MARK = /^[⁰¹²³⁴-⁹]{1,2}⁾/;

function unitAtGap(text: string, behind: number): Placed | undefined {
  const at = behind + (NOTE_MARK.exec(text.slice(behind, behind + 3))?.[0].length ?? 0);
  const gap = /^[ \t]?-?/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  return unitAt(text, at) ?? (gap > 0 ? unitAt(text, at + gap) : undefined);
}

/** `85C`, `185F` as technicians write them; with a blank a letter may be anything. */
function attachedDegrees(text: string, at: number): Placed | undefined {
  const letter = /^[CF](?![A-Za-z0-9])/.exec(text.slice(at, at + 2))?.[0];
  const unit = letter === undefined ? undefined : unitOf(`°${letter}`);
  return unit === undefined ? undefined : { unit, end: at + 1 };
}

/** `in` is mostly a preposition, and `"` mostly a quotation mark. */
function isInch(text: string, token: NumberToken, end: number): boolean {
  const written = text.slice(end - 2, end).toLowerCase();
  if (written === 'in')
    return (
      !/^\s[a-z]/i.test(text.slice(end, end + 2)) || /^\s(?:pipe|line|valve|dia|flange|hose|wide|long|bore)/i.test(text.slice(end, end + 8))
    );
  if (!written.endsWith('"')) return true;
  const quotes = text.slice(Math.max(0, token.start - 40), token.start).match(/(?<!\d)"/g)?.length ?? 0;
  return quotes % 2 === 0;
}

/** A value of a unit in the SI unit of its dimension. */
export function toSi(value: number, unit: UnitOfMeasure): number {
  return value * unit.factor + unit.offset;
}

function convert(value: number, from: UnitOfMeasure, to: UnitOfMeasure): number {
  return from.symbol === to.symbol ? value : (toSi(value, from) - to.offset) / to.factor;
}
