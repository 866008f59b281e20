import type { Random } from '../demo-plant/random.ts';
import type { ChosenColumn } from './choose-columns.ts';
import type { ExportLanguage } from './export-fields.ts';
import type { ExportStyle } from './export-style.ts';
import { CHECKS } from './log-words.ts';
import type { MadeCell, TrueRow } from './made-export.ts';
import { daysOfMonth } from './make-log.ts';

const MONTHS: Readonly<Record<'en' | 'de', readonly string[]>> = {
  en: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(','),
  de: 'Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember'.split(','),
};
const TITLES: Readonly<Record<ExportLanguage, string>> = { zh: '设备点检表', en: 'Daily check sheet', de: 'Prüfliste' };
const ASSETS: Readonly<Record<ExportLanguage, string>> = { zh: '设备：P-101A', en: 'Equipment: P-101A', de: 'Anlage: P-101A' };
const MARKS: Readonly<Record<ExportLanguage, string>> = { zh: '√', en: 'ok', de: 'i.O.' };
const DATES: Readonly<Record<ExportLanguage, string>> = { zh: '日期', en: 'Day', de: 'Tag' };

/** A check sheet of one machine and month: a row an item, a column a day, a mark or a reading in each. */
export function makeCheckSheet(random: Random, leading: readonly ChosenColumn[], language: ExportLanguage, { titles }: ExportStyle) {
  const year = random.integer(2019, 2024);
  const month = random.integer(0, 11);
  const dayTimes = daysOfMonth(Date.UTC(year, month, 1));
  const when = language === 'zh' ? `${year}年${month + 1}月` : `${MONTHS[language][month]} ${year}`;
  const isGrouped = random.chance(0.5);
  const title = [{ text: titles > 1 ? `${TITLES[language]} ${when}` : `${TITLES[language]} ${when} ${ASSETS[language]}` }];
  const lines: (readonly (MadeCell | undefined)[])[] = titles > 1 ? [title, [{ text: ASSETS[language] }]] : [title];
  const merges: [number, number, number, number][] = [];
  const days = dayTimes.map((_, day) => ({
    text: language === 'zh' && !isGrouped ? `${day + 1}日` : String(day + 1),
    ...(isGrouped || language !== 'zh' ? { number: day + 1 } : {}),
  }));
  const names = leading.map(({ header }) => ({ text: header }));
  if (isGrouped) {
    const first = lines.length + 1;
    lines.push([...names, { text: DATES[language] }], [...names.map(() => undefined), ...days]);
    merges.push([first, names.length + 1, first, names.length + days.length]);
    names.forEach((_, column) => {
      merges.push([first, column + 1, first + 1, column + 1]);
    });
  } else lines.push([...names, ...days]);
  const rows: TrueRow[] = CHECKS[language].map(([item, standard], row) => {
    const told: Readonly<Record<string, MadeCell>> = {
      row: { text: String(row + 1), number: row + 1 },
      item: { text: item },
      standard: { text: standard },
    };
    const isReading = row === 1;
    const marks = dayTimes.map((): MadeCell | undefined => {
      if (random.chance(0.04)) return undefined;
      const number = random.integer(52, 74);
      return isReading ? { text: String(number), number } : { text: random.chance(0.93) ? MARKS[language] : '×' };
    });
    const cells = [...leading.map(({ field }) => told[field]), ...marks];
    lines.push(cells);
    return { line: lines.length, cells };
  });
  const columns: readonly ChosenColumn[] = [...leading, ...days.map(({ text }) => ({ header: text, field: 'day' as const }))];
  return { lines, merges, rows, columns, days: new Map(dayTimes.map((time, day) => [leading.length + day, time])) };
}
