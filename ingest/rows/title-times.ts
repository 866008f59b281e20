import { DATE_SIGNS } from '../../ontology/index.ts';

/** A year, alone or within a date. */
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/gu;
const MONTH_BEHIND = new RegExp(`(?<!\\d)((?:19|20)\\d{2})\\s*(?:${DATE_SIGNS.year}|[-/.])\\s*(\\d{1,2})(?!\\d)`, 'u');
const MONTH_BEFORE = /(?<![\d./-])(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})(?!\d)/u;

/** The one year that the lines above a table name; undefined where they name none or several. */
export function yearOfTitle(titles: readonly string[]): number | undefined {
  const years = new Set(titles.flatMap((title) => [...title.normalize('NFKC').matchAll(YEAR)].map(([, year]) => Number(year))));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}

/** The first day of the one month that the lines above a table name, in milliseconds since 1970, UTC. */
export function monthOfTitle(titles: readonly string[]): number | undefined {
  const months = new Set(titles.flatMap((title) => monthIn(title.normalize('NFKC')) ?? []));
  const [month] = months;
  return months.size === 1 ? month : undefined;
}

function monthIn(title: string): number | undefined {
  const behind = MONTH_BEHIND.exec(title);
  if (behind !== null) return firstDay(Number(behind[1]), Number(behind[2]));
  const before = MONTH_BEFORE.exec(title);
  if (before !== null) return firstDay(Number(before[2]), Number(before[1]));
  const [, name, year] = NAMED.exec(title) ?? [];
  if (name === undefined || year === undefined) return undefined;
  const month = MONTH_NAMES.findIndex((names) => names.some((one) => one.startsWith(name.toLowerCase())));
  return month < 0 ? undefined : firstDay(Number(year), month + 1);
}

const NAMED = /(?<!\p{L})(\p{L}{3,9})\.?\s+((?:19|20)\d{2})(?!\d)/u;
/** Names of the months in the languages whose exports are read; Chinese has numbers. */
const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  ['en', 'de'].map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 1)).toLowerCase(),
  ),
);

function firstDay(year: number, month: number): number | undefined {
  return month >= 1 && month <= 12 ? Date.UTC(year, month - 1, 1) : undefined;
}
