import type { AnswerContent } from '../../../answering/index.ts';
import { fold } from '../../../kernel/index.ts';

const NUMBER = /(?<![\p{L}\d])[-−]?\d+(?:,\d{3})*(?:\.\d+)?/gu;
/** Units that an answer may write behind a figure, by the name that the truth has for them. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  h: ['h', 'hour', 'hours', 'hr', 'hrs', '小时', '时'],
  min: ['min', 'minute', 'minutes', '分钟', '分'],
  days: ['d', 'day', 'days', '天', '日'],
  '%': ['%', '％', 'percent'],
  CNY: ['cny', 'rmb', '元', '¥', 'yuan', '人民币'],
  EUR: ['eur', '€', 'euro', 'euros', '欧元'],
  GBP: ['gbp', '£', 'pounds', '英镑'],
  USD: ['usd', '$', 'dollars', '美元'],
};
const CURRENCIES = ['CNY', 'EUR', 'GBP', 'USD'];

/** A number of an answer, with the unit that is written behind it. */
export interface SaidFigure {
  readonly number: number;
  readonly unit: string;
}

/** What an answer gives as its figures: of computed claims those without groups; without any, all numbers of its claims. */
export function saidFigures({ claims }: AnswerContent): readonly SaidFigure[] {
  const computed = claims.flatMap((claim) =>
    claim.kind === 'computed' && claim.computed.rows.length === 1
      ? claim.computed.rows[0]?.slice(claim.computed.query.groupBy.length).flatMap((cell) => {
          if (typeof cell !== 'number') return [];
          const written = numbersIn(claim.text).find(({ number }) => Math.abs(number - cell) <= 0.0051);
          return [written === undefined ? { number: cell, unit: '' } : { number: cell, unit: written.unit }];
        })
      : [],
  );
  // A share is made of two figures, and said in words alone.
  const shares = claims.flatMap((claim) =>
    claim.kind === 'computed' ? numbersIn(claim.text).filter(({ unit }) => /^[%％]$/.test(unit)) : [],
  );
  // What follows from figures is a figure of the answer too.
  const followed = claims.flatMap((claim) =>
    claim.kind === 'computed'
      ? (claim.computed.derived ?? []).flatMap(({ kind, value }) => [
          { number: value, unit: kind === 'share' ? '%' : '' },
          ...(kind === 'duration' ? daysIn(claim.text, value) : []),
        ])
      : [],
  );
  if (claims.some(({ kind }) => kind === 'computed')) return [...followed, ...computed.filter((one) => one !== undefined), ...shares];
  return claims.flatMap(({ text }) => numbersIn(text));
}

/** Hours that a text says in days too. */
function daysIn(text: string, hours: number): readonly SaidFigure[] {
  return numbersIn(text).some(({ number }) => Math.abs(number - hours / 24) <= 0.0051) ? [{ number: hours / 24, unit: 'days' }] : [];
}

/** Each number of a text with the word or sign behind it. */
export function numbersIn(text: string): readonly SaidFigure[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const behind = text.slice(match.index + match[0].length);
    const [, unit = ''] = /^ ?(%|％|[€£¥$]|\p{sc=Han}{1,2}|[\p{sc=Latin}]+(?! of)| ?\d+ [A-Z]{3})/u.exec(behind) ?? [];
    return { number: Number(match[0].replaceAll(',', '').replace('−', '-')), unit };
  });
}

/** Whether a written unit may stand where the truth has `unit`: no unit is no fault, another one is, and so is a currency that nobody named. */
export function isFairUnit(written: string, unit: string | undefined): boolean {
  const folded = fold(written);
  const known = Object.entries(UNITS).find(([, names]) =>
    names.some((name) => name === folded || (/\p{sc=Han}/u.test(name) && folded.startsWith(name))),
  );
  if (known === undefined) return true;
  const [name] = known;
  if (unit === undefined) return !CURRENCIES.includes(name);
  return unit in UNITS ? unit === name : true;
}

/** Whether a text says a word, a name or a date, however the date is written. */
export function saysText(text: string, wanted: string): boolean {
  return writtenForms(wanted).some((form) => holds(fold(text), fold(form)));
}

function holds(text: string, wanted: string): boolean {
  const isWordy = (character: string) => /[\p{L}\p{N}]/u.test(character) && !/\p{sc=Han}/u.test(character);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + wanted.length)];
    const cuts = (inner: string, outer: string) => outer !== '' && isWordy(inner) && isWordy(outer);
    if (!cuts(wanted.charAt(0), before) && !cuts(wanted.charAt(wanted.length - 1), after)) return true;
  }
  return false;
}

/** A day in the forms that logs have for it; any other text as it is. */
function writtenForms(wanted: string): readonly string[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2}))?/.exec(wanted);
  if (iso === null) return [wanted];
  const [, year = '', month = '', day = ''] = iso;
  const [m, d, y] = [String(Number(month)), String(Number(day)), year.slice(2)];
  const both = (parts: readonly string[], sign: string) => parts.join(sign);
  return [
    `${year}-${month}-${day}`,
    `${year}${month}${day}`,
    `${year}年${m}月${d}日`,
    `${year}年${month}月${day}日`,
    ...['.', '/', '-'].flatMap((sign) => [
      both([day, month, year], sign),
      both([d, m, year], sign),
      both([month, day, year], sign),
      both([m, d, year], sign),
      both([m, d, y], sign),
      both([d, m, y], sign),
      both([day, month, y], sign),
      both([year, month, day], sign),
      both([year, m, d], sign),
    ]),
  ];
}
