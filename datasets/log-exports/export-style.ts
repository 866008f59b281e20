import type { Random } from '../demo-plant/random.ts';
import type { ExportFamily, ExportLanguage } from './export-fields.ts';

/** How an export is set: everything about its form that is not its contents. */
export interface ExportStyle {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'windows-1252';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly decimal: '.' | ',';
  readonly thousands: '' | '.' | ',' | ' ' | "'";
  readonly dates: 'iso' | 'slash-ymd' | 'dot-dmy' | 'slash-mdy' | 'han' | 'named' | 'compact' | 'dot-ymd' | 'no-year' | 'native';
  /** Lines above the header. */
  readonly titles: number;
  readonly header: 'plain' | 'grouped' | 'unit-row';
  readonly units: 'round' | 'square' | 'slash' | 'comma' | 'in-cell' | 'beside';
  readonly totals: 'none' | 'end' | 'monthly' | 'signed';
  /** A column whose header claims a role and in which nothing stands. */
  readonly hasEmptyColumn: boolean;
  readonly mergesAssets: boolean;
  readonly more: 'none' | 'codes-sheet' | 'codes-below' | 'header-again';
}

const UNITLESS: readonly ExportFamily[] = ['check-list', 'check-sheet', 'shift-log', 'alarms'];

/** A style that a system or a person might have used for this family in this language. */
export function makeStyle(random: Random, family: ExportFamily, language: ExportLanguage): ExportStyle {
  const isSystem = family.startsWith('sap') || family === 'maximo' || family === 'alarms';
  const kind = family === 'check-sheet' ? random.pick(['xlsx', 'csv'] as const) : random.pick(['csv', 'xlsx', 'csv'] as const);
  const decimal = language === 'de' ? ',' : '.';
  const thousands = random.pick(decimal === ',' ? (['', '.', ' '] as const) : (['', ',', "'"] as const));
  const encodings = { zh: ['gb18030', 'utf-8-bom', 'utf-8'], en: ['utf-8', 'windows-1252'], de: ['windows-1252', 'utf-8-bom'] } as const;
  const delimiters = language === 'de' ? ([';', '\t'] as const) : ([',', '\t', '|', ';'] as const);
  const hasTitle = !isSystem || random.chance(0.3);
  const dates = datesOf(random, kind, family, language);
  return {
    kind,
    encoding: random.pick(encodings[language]),
    delimiter: random.pick(delimiters),
    decimal,
    thousands,
    dates,
    titles: dates === 'no-year' || family === 'check-sheet' ? random.integer(1, 2) : hasTitle ? random.integer(0, 3) : 0,
    header: family === 'maximo' || UNITLESS.includes(family) ? 'plain' : random.pick(['plain', 'plain', 'grouped', 'unit-row'] as const),
    units: family.startsWith('sap')
      ? random.pick(['beside', 'round', 'comma'] as const)
      : random.pick(['round', 'square', 'slash', 'in-cell'] as const),
    totals:
      isSystem || UNITLESS.includes(family)
        ? random.pick(['none', 'none', 'signed'] as const)
        : random.pick(['none', 'end', 'monthly'] as const),
    hasEmptyColumn: !UNITLESS.includes(family) && random.chance(0.4),
    mergesAssets: kind === 'xlsx' && (family === 'repair-record' || family === 'check-list'),
    more:
      family === 'check-sheet'
        ? 'none'
        : random.pick(['none', 'none', kind === 'xlsx' ? 'codes-sheet' : 'codes-below', 'header-again'] as const),
  };
}

function datesOf(random: Random, kind: ExportStyle['kind'], family: ExportFamily, language: ExportLanguage): ExportStyle['dates'] {
  if (kind === 'xlsx' && random.chance(0.6)) return 'native';
  if ((family === 'shift-log' || family === 'repair-record') && random.chance(0.5)) return 'no-year';
  if (language === 'de') return 'dot-dmy';
  if (language === 'en') return random.pick(['iso', 'slash-mdy', 'named'] as const);
  return random.pick(['iso', 'slash-ymd', 'han', 'compact', 'dot-ymd'] as const);
}
