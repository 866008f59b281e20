import { createRandom, type Random } from '../demo-plant/random.ts';
import { type ChosenColumn, chooseColumns, PAID } from './choose-columns.ts';
import { EXPORT_FAMILIES, EXPORT_LANGUAGES, type ExportFamily, type ExportLanguage } from './export-fields.ts';
import { type ExportStyle, makeStyle } from './export-style.ts';
import { TITLES } from './log-words.ts';
import type { MadeCell, MadeExport, TrueRow } from './made-export.ts';
import { makeCheckSheet } from './make-check-sheet.ts';
import { type LoggedEvent, makeLog } from './make-log.ts';
import { writeDate, writeNumber } from './write-cells.ts';
import { type MadeSheet, writeFile } from './write-file.ts';

const FAMILIES = Object.keys(EXPORT_FAMILIES) as ExportFamily[];
const GROUPS: Readonly<Record<ExportLanguage, string>> = { zh: '损失', en: 'Losses', de: 'Verluste' };
const CODES: Readonly<Record<ExportLanguage, readonly [string, string]>> = {
  zh: ['代码', '含义'],
  en: ['Code', 'Meaning'],
  de: ['Code', 'Bedeutung'],
};
const TOTALS: Readonly<Record<ExportLanguage, readonly [end: string, monthly: string]>> = {
  zh: ['合计', '小计'],
  en: ['Total', 'Subtotal'],
  de: ['Summe', 'Zwischensumme'],
};
const SIGNED: Readonly<Record<ExportLanguage, string>> = { zh: '制表：张伟', en: 'Prepared by: A. Shah', de: 'Erstellt: Weber' };
const SHEETS: Readonly<Record<ExportLanguage, string>> = { zh: '数据', en: 'Data', de: 'Daten' };
/** Rows of a printed page, after which the header comes again. */
const PAGE = 20;

/** An export as a plant might have it, with what stands in it. Ten seeds one after another are ten forms; same seed, same bytes. */
export async function makeExport(seed: number, isReserve: boolean): Promise<MadeExport> {
  const random = createRandom(seed, isReserve ? 'reserve' : 'export');
  const family = FAMILIES[seed % FAMILIES.length] ?? 'cmms';
  const language = family === 'maximo' ? 'en' : (EXPORT_LANGUAGES[Math.floor(seed / FAMILIES.length + seed) % 3] ?? 'zh');
  const style = makeStyle(random.fork('style'), family, language);
  const columns = chooseColumns(random.fork('columns'), family, language, style, isReserve);
  const made =
    family === 'check-sheet'
      ? makeCheckSheet(random.fork('sheet'), columns, language, style)
      : { ...layOut(random, columns, language, style), columns, days: new Map<number, number>() };
  const name = SHEETS[language];
  const sheets: MadeSheet[] = [{ name, lines: made.lines, merges: style.kind === 'xlsx' ? made.merges : [] }];
  if (style.more === 'codes-sheet') sheets.push({ name: CODES[language][0], lines: codeLines(language), merges: [] });
  return {
    seed,
    family,
    language,
    fileName: `${family}-${language}-${seed}.${style.kind}`,
    bytes: await writeFile(sheets, style),
    form: Object.entries(style)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
    columns: made.columns.map(({ header, field, unit, scale }) => ({
      header,
      field,
      ...(unit === undefined ? {} : { unit }),
      ...(scale === undefined ? {} : { scale }),
    })),
    rows: made.rows,
    days: made.days,
  };
}

type Line = readonly (MadeCell | undefined)[];

function layOut(random: Random, columns: readonly ChosenColumn[], language: ExportLanguage, style: ExportStyle) {
  const logged = makeLog(random.fork('log'), language, random.fork('count').integer(30, 70));
  const events = style.mergesAssets ? [...logged].sort((a, b) => String(a.asset).localeCompare(String(b.asset), 'en')) : logged;
  const lines: Line[] = titleLines(style, language, logged);
  const merges: [number, number, number, number][] = [];
  const header = headerLines(columns, language, style, lines.length, merges);
  lines.push(...header);
  const rows: TrueRow[] = [];
  let since: LoggedEvent[] = [];
  const total = (label: string, of: readonly LoggedEvent[]): void => {
    lines.push(columns.map((column, index) => (index === 0 ? { text: label } : totalCell(column, of, style))));
  };
  events.forEach((event, index) => {
    const isNewMonth = index > 0 && monthOf(event) !== monthOf(events[index - 1]);
    if (style.totals === 'monthly' && !style.mergesAssets && isNewMonth) {
      total(TOTALS[language][1], since);
      since = [];
    }
    if (style.more === 'header-again' && index > 0 && index % PAGE === 0) lines.push(...header);
    since.push(event);
    const cells = columns.map((column) => cellOf(column, event, language, style));
    lines.push(cells);
    rows.push({ line: lines.length, cells });
  });
  if (style.totals === 'end' || style.totals === 'monthly') total(TOTALS[language][0], events);
  if (style.totals === 'signed') lines.push([{ text: SIGNED[language] }]);
  if (style.mergesAssets) merges.push(...assetMerges(columns, rows));
  if (style.more === 'codes-below') lines.push([], ...codeLines(language));
  return { lines, merges, rows };
}

function monthOf(event: LoggedEvent | undefined): string {
  return new Date(Number(event?.date ?? 0)).toISOString().slice(0, 7);
}

function titleLines({ titles, dates }: ExportStyle, language: ExportLanguage, events: readonly LoggedEvent[]): Line[] {
  const year = new Date(Number(events[0]?.date)).getUTCFullYear();
  const name = TITLES[language][0] ?? '';
  const title = dates === 'no-year' ? (language === 'zh' ? `${year}年${name}` : `${name} ${year}`) : name;
  const lines: Line[] = [[{ text: title }], [{ text: SIGNED[language] }], []];
  return lines.slice(0, titles);
}

function headerLines(
  columns: readonly ChosenColumn[],
  language: ExportLanguage,
  { header: form }: ExportStyle,
  above: number,
  merges: [number, number, number, number][],
): readonly Line[] {
  const names = columns.map(({ header }) => ({ text: header }));
  const isLoss = columns.map(({ unit }) => unit !== undefined);
  const first = isLoss.indexOf(true);
  if (form === 'plain' || first < 0) return [names];
  if (form === 'unit-row') return [names, columns.map(({ word, unit }) => (unit === undefined ? undefined : { text: word ?? '' }))];
  const last = isLoss.lastIndexOf(true);
  const isIn = (column: number): boolean => column >= first && column <= last;
  columns.forEach((_, column) => {
    if (!isIn(column)) merges.push([above + 1, column + 1, above + 2, column + 1]);
  });
  if (last > first) merges.push([above + 1, first + 1, above + 1, last + 1]);
  return [
    names.map((name, column) => (isIn(column) ? (column === first ? { text: GROUPS[language] } : undefined) : name)),
    names.map((name, column) => (isIn(column) ? name : undefined)),
  ];
}

function cellOf(column: ChosenColumn, event: LoggedEvent, language: ExportLanguage, style: ExportStyle): MadeCell | undefined {
  const { field, unit, scale, word } = column;
  if (field === 'currency') return word === undefined ? undefined : { text: word };
  const value = event[field];
  if (value === undefined) return undefined;
  if (field === 'date' || field === 'end-date') {
    const toMinute = style.dates !== 'compact' && style.dates !== 'dot-ymd';
    const step = toMinute ? 60_000 : 86_400_000;
    const time = Math.floor(Number(value) / step) * step;
    return { text: writeDate(time, style, language, toMinute), time };
  }
  if (typeof value === 'string') return { text: value };
  if (unit === undefined) return plainNumber(value, field === 'row' ? 0 : field === 'cost' ? 2 : 1, style);
  const decimals = unit === 'min' ? 0 : unit === 'h' ? 1 : scale === undefined ? 2 : 4;
  const number = Number((unit === 'min' ? value * 60 : value / (scale ?? 1)).toFixed(decimals));
  if (style.units !== 'in-cell' || style.header === 'unit-row') return plainNumber(number, decimals, style);
  const written = writeNumber(number, decimals, style);
  const isBefore = word === '$' || word === '£' || (word === 'USD' && language === 'en');
  return {
    text: isBefore ? `${word}${word === 'USD' ? ' ' : ''}${written}` : language === 'zh' ? `${written}${word}` : `${written} ${word}`,
    number,
  };
}

function plainNumber(number: number, decimals: number, style: ExportStyle): MadeCell {
  return { text: style.kind === 'xlsx' ? String(number) : writeNumber(number, decimals, style), number };
}

function totalCell(column: ChosenColumn, events: readonly LoggedEvent[], style: ExportStyle): MadeCell | undefined {
  if (column.unit === undefined || column.field === 'currency') return undefined;
  const sum = events.reduce((total, event) => total + Number(event[column.field] ?? 0), 0);
  const scaled = (column.unit === 'min' ? sum * 60 : sum) / (column.scale ?? 1);
  return plainNumber(Number(scaled.toFixed(2)), PAID.includes(column.field) ? 2 : 1, style);
}

function assetMerges(columns: readonly ChosenColumn[], rows: readonly TrueRow[]): [number, number, number, number][] {
  const column = columns.findIndex(({ field }) => field === 'asset');
  const merges: [number, number, number, number][] = [];
  let from = 0;
  rows.forEach((row, index) => {
    const [above, next] = [rows[from], rows[index + 1]];
    if (above === undefined || (next !== undefined && next.line === row.line + 1 && next.cells[column]?.text === row.cells[column]?.text))
      return;
    if (row.line > above.line) merges.push([above.line, column + 1, row.line, column + 1]);
    from = index + 1;
  });
  return merges;
}

function codeLines(language: ExportLanguage): Line[] {
  return [CODES[language], ...Array.from({ length: 6 }, (_, at) => [`F${at + 10}`, `${CODES[language][1]} ${at + 1}`] as const)].map(
    (line) => line.map((text) => ({ text })),
  );
}
