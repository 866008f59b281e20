import { CLOCK_SIGNS as C, DATE_SIGNS as D } from '../../ontology/index.ts';

/** How three short numbers are to be read; a property of a whole column, never of one cell. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface ReadDate {
  /** Milliseconds since 1970; a date without zone is taken as UTC. */
  readonly time: number;
  readonly precision: 'day' | 'minute' | 'second';
}

/** Years outside are codes that look like dates (`1234.02.29`), not days in the life of a plant. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
const TIME = String.raw`(?:[T\s,]*(?<half>${C.beforeNoon}|${C.noon}|${C.afterNoon}|AM|PM)?\s*(?<hour>\d{1,2})(?:[:：]|${C.hour})(?:(?<minute>\d{1,2})(?:(?:[:：]|${C.minute})(?<second>\d{1,2}(?:[.,]\d{1,9})?)?${C.second}?)?${C.minute}?)?\s*(?<after>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;

/** Forms in which year, month and day can be told apart by themselves. */
const PLAIN = [
  String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})`,
  String.raw`(?<year>\d{4}|\d{2})\s*${D.year}\s*(?<month>\d{1,2})\s*${D.month}\s*(?<day>\d{1,2})\s*${D.day}?`,
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?[-\s./]*${MONTH}[-\s.,/]*(?<year>\d{4}|\d{2})`,
  String.raw`${MONTH}[\s.]*(?<day>\d{1,2})(?:st|nd|rd|th)?[,\s]+(?<year>\d{4})`,
].map(whole);
/** Digits only: a date when the column is one by its header, else a number. */
const COMPACT = whole(String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})`);
const COMPACT_TIME = /^((?:19|20)\d{6})[ T]?(\d{2})(\d{2})(\d{2})?$/;
const SHORT = whole(String.raw`(?<first>\d{1,2})(?<mark>[-/.])(?<second_>\d{1,2})\k<mark>(?<third>\d{4}|\d{1,2})`);

/**
 * Reads a cell that is nothing but a date, by a strict list of zh and en forms (`2024-03-05 08:20`, `2024年3月5日 上午8时20分`,
 * `5-Mar-24`, `4/6/16 14:00`). Undefined when it is none, or when its numbers are no day of the calendar.
 * @param order reading of three short numbers; undefined: such a text is no date.
 * @param compact also take eight (or fourteen) bare digits for a date.
 */
export function readDate(text: string, order: DateOrder | undefined, compact: boolean): ReadDate | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain.length < 6 || plain.length > 48 || !/\d/.test(plain)) return undefined;
  for (const pattern of PLAIN) {
    const groups = pattern.exec(plain)?.groups;
    if (groups !== undefined) return fromGroups(groups, groups.year, groups.month ?? monthOf(groups.name), groups.day);
  }
  if (compact) {
    const timed = COMPACT_TIME.exec(plain);
    const parts = COMPACT.exec(
      timed === null ? plain : `${timed[1]} ${timed[2]}:${timed[3]}${timed[4] === undefined ? '' : `:${timed[4]}`}`,
    );
    if (parts?.groups !== undefined) return fromGroups(parts.groups, parts.groups.year, parts.groups.month, parts.groups.day);
  }
  const short = order === undefined ? undefined : SHORT.exec(plain)?.groups;
  if (short === undefined) return undefined;
  const { first, second_: second, third } = short;
  if (order === 'ymd')
    return first?.length === 2 && third !== undefined && third.length < 3 ? fromGroups(short, first, second, third) : undefined;
  if (third === undefined || third.length < 2) return undefined;
  return order === 'dmy' ? fromGroups(short, third, second, first) : fromGroups(short, third, first, second);
}

function whole(source: string): RegExp {
  return new RegExp(`^${source}${TIME}$`, 'iu');
}

function monthOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

type Groups = Readonly<Record<string, string | undefined>>;

function fromGroups(groups: Groups, year: string | undefined, month: string | undefined, day: string | undefined): ReadDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = dayTime(fullYear(year), Number(month), Number(day));
  if (date === undefined) return undefined;
  if (groups.hour === undefined) return { time: date, precision: 'day' };
  const hour = hourOf(Number(groups.hour), groups.half ?? groups.after);
  const minute = Number(groups.minute ?? 0);
  const second = Number((groups.second ?? '0').replace(',', '.'));
  if (hour === undefined || minute > 59 || second >= 61) return undefined;
  const time = date + hour * 3_600_000 + minute * 60_000 + Math.round(second * 1000) - zoneOffset(groups.zone);
  return { time, precision: groups.second === undefined ? 'minute' : 'second' };
}

function dayTime(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 ? time : undefined;
}

/** Two-digit years by the POSIX pivot: 69–99 are 19xx, 00–68 are 20xx. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

const AFTER_NOON = new RegExp(`^(?:${C.afterNoon})$`, 'u');

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (hour > 24) return undefined;
  const name = half?.toLowerCase().replace(/\./g, '');
  if (name === undefined || hour > 12) return hour;
  if (name === 'pm' || AFTER_NOON.test(name)) return hour === 12 ? 12 : hour + 12;
  if (name === C.noon) return hour >= 11 ? hour : hour + 12;
  return hour === 12 ? 0 : hour;
}

function zoneOffset(zone: string | undefined): number {
  const parts = zone === undefined ? null : /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === '-' ? -1 : 1) * minutes * 60_000;
}
