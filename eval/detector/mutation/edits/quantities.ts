import { findQuantities, type QuantityMention, relateQuantities } from '../../../../kernel/index.ts';
import { siteGrammar } from '../../../../ontology/index.ts';
import type { SentenceStatement } from '../statement.ts';
import { spliced, type TextEdit } from '../text-edit.ts';

const GRAMMAR = siteGrammar([]);
const NUMERAL = /(?<![\p{L}\p{N}.,/_\-–~:])\d+(?:\.\d+)?(?![.,/_\-–~:]?\d|[\p{sc=Latin}_])/u;
/** Units by how they are written, each beside one that a reader may take for it. */
const UNITS: readonly (readonly [string, string])[] = [
  ['mm', 'cm'],
  ['cm', 'mm'],
  ['m', 'cm'],
  ['ms', 's'],
  ['s', 'min'],
  ['seconds', 'minutes'],
  ['second', 'minute'],
  ['minutes', 'hours'],
  ['minute', 'hour'],
  ['hours', 'minutes'],
  ['hour', 'minute'],
  ['days', 'hours'],
  ['V', 'kV'],
  ['A', 'mA'],
  ['mA', 'A'],
  ['W', 'kW'],
  ['kg', 'g'],
  ['g', 'kg'],
  ['MPa', 'bar'],
  ['bar', 'MPa'],
  ['°C', '°F'],
  ['℃', '℉'],
  ['Hz', 'kHz'],
  ['kHz', 'MHz'],
  ['MHz', 'kHz'],
  ['GHz', 'MHz'],
  ['kbps', 'Mbps'],
  ['Mbps', 'kbps'],
  ['mV', 'V'],
  ['μA', 'mA'],
  ['kΩ', 'Ω'],
  ['us', 'ms'],
  ['KB', 'MB'],
  ['MB', 'GB'],
  ['GB', 'MB'],
  ['bytes', 'bits'],
  ['毫秒', '秒'],
  ['秒', '分钟'],
  ['分钟', '小时'],
  ['小时', '分钟'],
  ['天', '小时'],
  ['毫米', '厘米'],
  ['厘米', '毫米'],
  ['米', '厘米'],
  ['字节', '位'],
  ['度', '弧度'],
];
/** Units of which one is so many of the other, exactly. */
const CONVERSIONS: readonly (readonly [string, number, string])[] = [
  ['mm', 0.1, 'cm'],
  ['cm', 10, 'mm'],
  ['m', 100, 'cm'],
  ['ms', 0.001, 's'],
  ['s', 1000, 'ms'],
  ['seconds', 1000, 'ms'],
  ['minutes', 60, 'seconds'],
  ['minute', 60, 'seconds'],
  ['hours', 60, 'minutes'],
  ['hour', 60, 'minutes'],
  ['days', 24, 'hours'],
  ['V', 1000, 'mV'],
  ['A', 1000, 'mA'],
  ['mA', 0.001, 'A'],
  ['W', 0.001, 'kW'],
  ['kg', 1000, 'g'],
  ['g', 0.001, 'kg'],
  ['MPa', 10, 'bar'],
  ['bar', 0.1, 'MPa'],
  ['Hz', 0.001, 'kHz'],
  ['kHz', 0.001, 'MHz'],
  ['MHz', 1000, 'kHz'],
  ['GHz', 1000, 'MHz'],
  ['mV', 0.001, 'V'],
  ['μA', 0.001, 'mA'],
  ['kΩ', 1000, 'Ω'],
  ['毫秒', 0.001, '秒'],
  ['秒', 1000, '毫秒'],
  ['分钟', 60, '秒'],
  ['小时', 60, '分钟'],
  ['天', 24, '小时'],
  ['毫米', 0.1, '厘米'],
  ['厘米', 10, '毫米'],
  ['米', 100, '厘米'],
];
const WORDS = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
} as const;
const FULL_WIDTH_ZERO = 0xff10;

interface Numeral {
  readonly mention: QuantityMention;
  readonly digits: string;
  /** Of the digits in the sentence. */
  readonly start: number;
}

/** Single values of a sentence that it says once. */
function numerals(text: string): readonly Numeral[] {
  return findQuantities(text, GRAMMAR).flatMap((mention): Numeral[] => {
    const { quantity, start, end } = mention;
    const found = NUMERAL.exec(text.slice(start, end));
    if (found === null || quantity.low !== quantity.high) return [];
    const at = start + found.index;
    const isFree = NUMERAL.exec(text.slice(Math.max(0, at - 1), Math.max(end, at + found[0].length + 2)))?.[0] === found[0];
    return isFree && text.split(found[0]).length === 2 ? [{ mention, digits: found[0], start: at }] : [];
  });
}

/** A value that no source holds, neither as it is nor within a range. */
function revalued(rewrite: (digits: string, statement: SentenceStatement) => string | undefined): TextEdit {
  return (statement) => {
    const shown = statement.sources.flatMap(({ text }) => findQuantities(text, GRAMMAR));
    for (const { digits, start } of numerals(statement.text)) {
      const written = rewrite(digits, statement);
      if (written === undefined || Number(written) === Number(digits)) continue;
      const text = spliced(statement.text, start, start + digits.length, written);
      const edited = findQuantities(text, GRAMMAR).find((mention) => mention.start <= start && start < mention.end);
      const isHeld = (mention: QuantityMention) =>
        edited === undefined || ['equal', 'contained'].includes(relateQuantities(edited.quantity, mention.quantity));
      const isWritten = statement.sources.some((source) => source.text.includes(written));
      if (edited !== undefined && !isWritten && !shown.some(isHeld)) return text;
    }
    return undefined;
  };
}

export const changeValue: TextEdit = (statement, world) =>
  revalued((digits) => {
    const decimals = digits.split('.')[1]?.length ?? 0;
    const step = Math.max(10 ** -decimals, Number(digits) * world.random.pick([0.1, 0.2, 0.5]));
    return (Number(digits) + (world.random.chance(0.5) || Number(digits) <= step ? step : -step)).toFixed(decimals);
  })(statement, world);

export const swapDigits: TextEdit = revalued((digits) => {
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const [left = '', right = ''] = [digits.charAt(at), digits.charAt(at + 1)];
    if (left === right || left === '.' || right === '.' || (at === 0 && right === '0')) continue;
    return digits.slice(0, at) + right + left + digits.slice(at + 2);
  }
  return undefined;
});

function unitBehind(text: string, at: number): { readonly unit: string; readonly start: number } | undefined {
  const found = /^(?<gap>\s?)(?<unit>[°℃%\p{L}]+)(?![\p{N}·/²³_-])/u.exec(text.slice(at))?.groups;
  if (found?.unit === undefined || found.gap === undefined) return undefined;
  const known = UNITS.filter(([unit]) => (/^\p{sc=Han}/u.test(unit) ? found.unit?.startsWith(unit) : found.unit === unit)).map(
    ([unit]) => unit,
  );
  const [unit] = known.sort((a, b) => b.length - a.length);
  return unit === undefined ? undefined : { unit, start: at + found.gap.length };
}

/** The value keeps its digits and takes another unit, which nothing shown has with these digits. */
export const changeUnit: TextEdit = (statement) => {
  const { text } = statement;
  for (const { digits, start } of numerals(text)) {
    const unit = unitBehind(text, start + digits.length);
    const other = UNITS.find(([written]) => written === unit?.unit)?.[1];
    if (unit === undefined || other === undefined || Number(digits) === 0) continue;
    if (statement.sources.some((source) => source.text.includes(`${digits}${other}`) || source.text.includes(`${digits} ${other}`)))
      continue;
    return spliced(text, unit.start, unit.start + unit.unit.length, other);
  }
  return undefined;
};

/** The same value in another unit, with as many digits as it needs. */
export const convertUnit: TextEdit = ({ text }) => {
  for (const { digits, start } of numerals(text)) {
    const unit = unitBehind(text, start + digits.length);
    const conversion = CONVERSIONS.find(([written]) => written === unit?.unit);
    if (unit === undefined || conversion === undefined || Number(digits) === 0) continue;
    const [written, factor, other] = conversion;
    const value = String(Number((Number(digits) * factor).toPrecision(12)));
    const gap = text.slice(start + digits.length, unit.start);
    return spliced(text, start, unit.start + written.length, `${value}${gap}${other}`);
  }
  return undefined;
};

/** The number in words, in full width or with a mark between thousands. */
export const restyleNumeral: TextEdit = ({ text, language }, { random }) => {
  for (const { digits, start } of numerals(text)) {
    // A number that a sentence begins with may be that of its section.
    if (start === 0) continue;
    const end = start + digits.length;
    const word = WORDS[language][Number(digits)];
    const [before, after] = [text.slice(0, start), text.slice(end)];
    const isCount =
      language === 'zh'
        ? /^\s?(?:个|种|次|台|根|步|条|项|颗|只|天|小时|分钟|秒|米)/u.test(after)
        : /[a-z,] $/u.test(before) && /^ [a-z]{3,}/u.test(after);
    if (word !== undefined && isCount && !/[A-Z:：=]\s?$/u.test(before))
      return before.trimEnd() + (language === 'en' ? ' ' : '') + word + (language === 'en' ? after : after.trimStart());
    if (language === 'en' && /^[1-9]\d{3,5}$/u.test(digits) && !/^(?:19|20)\d\d$/u.test(digits))
      return before + Number(digits).toLocaleString('en-US') + after;
    if (random.chance(0.5)) return before + digits.replace(/\d/gu, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit))) + after;
  }
  return undefined;
};
