import type { Random } from '../demo-plant/random.ts';
import { chooseHeaders } from './choose-headers.ts';
import { EXPORT_FAMILIES, type ExportFamily, type ExportField, type ExportLanguage } from './export-fields.ts';
import type { ExportStyle } from './export-style.ts';
import type { TrueColumn } from './made-export.ts';
import { MAXIMO_HEADERS } from './maximo-headers.ts';
import { OPEN_HEADERS } from './open-headers.ts';
import { RESERVE_HEADERS } from './reserve-headers.ts';

/** A column with the word for its unit, in whatever place the style puts it. */
export interface ChosenColumn extends TrueColumn {
  readonly word?: string;
}

interface UnitWord {
  readonly unit: string;
  readonly scale?: number;
  readonly words: readonly string[];
}

const TIMES: Readonly<Record<ExportLanguage, readonly UnitWord[]>> = {
  zh: [
    { unit: 'h', words: ['小时', 'h'] },
    { unit: 'min', words: ['分钟', 'min'] },
  ],
  en: [
    { unit: 'h', words: ['h', 'hrs'] },
    { unit: 'min', words: ['min'] },
  ],
  de: [
    { unit: 'h', words: ['h', 'Std.'] },
    { unit: 'min', words: ['Min.', 'min'] },
  ],
};
const MONEYS: Readonly<Record<ExportLanguage, readonly UnitWord[]>> = {
  zh: [
    { unit: 'CNY', words: ['元', 'CNY'] },
    { unit: 'CNY', scale: 10_000, words: ['万元'] },
  ],
  en: [
    { unit: 'USD', words: ['USD', '$'] },
    { unit: 'GBP', words: ['GBP', '£'] },
    { unit: 'EUR', scale: 1000, words: ['k€'] },
  ],
  de: [{ unit: 'EUR', words: ['EUR', '€'] }],
};
const UNIT_HEADERS: Readonly<Record<ExportLanguage, string>> = { zh: '单位', en: 'Unit', de: 'Einheit' };
const EMPTY_HEADERS: Readonly<Record<ExportLanguage, readonly string[]>> = {
  zh: ['长文本', '问题描述'],
  en: ['Long text', 'Failure description'],
  de: ['Langtext', 'Störungsbeschreibung'],
};
const TIMED: readonly ExportField[] = ['downtime', 'labour'];
export const PAID: readonly ExportField[] = ['cost', 'material'];

/** The columns of an export with their headers and units as its style writes them. */
export function chooseColumns(
  random: Random,
  family: ExportFamily,
  language: ExportLanguage,
  style: ExportStyle,
  isReserve: boolean,
): readonly ChosenColumn[] {
  const fields = EXPORT_FAMILIES[family].filter((field) => field !== 'day');
  const list = isReserve ? RESERVE_HEADERS : family === 'maximo' ? MAXIMO_HEADERS : OPEN_HEADERS;
  const headers = chooseHeaders(random.fork('headers'), list, [...fields, 'currency'], language);
  const named = (field: ExportField): string => headers.get(field) ?? field;
  const [time, money] = [random.pick(TIMES[language]), random.pick(MONEYS[language])];
  const columns: ChosenColumn[] = [];
  for (const field of fields) {
    const kind = TIMED.includes(field) ? time : PAID.includes(field) ? money : undefined;
    if (kind === undefined || family === 'maximo') {
      if (field === 'text' && style.hasEmptyColumn) columns.push({ field: 'empty', header: random.pick(EMPTY_HEADERS[language]) });
      columns.push({ field, header: named(field) });
      continue;
    }
    const word = random.fork(field).pick(kind.words);
    const { unit, scale } = kind;
    columns.push({ field, header: withUnit(named(field), word, style, language), unit, word, ...(scale === undefined ? {} : { scale }) });
    if (style.units === 'beside' && style.header !== 'unit-row')
      columns.push({ field: 'currency', header: PAID.includes(field) ? named('currency') : UNIT_HEADERS[language], word });
  }
  return columns;
}

function withUnit(header: string, word: string, { units, header: form }: ExportStyle, language: ExportLanguage): string {
  if (form === 'unit-row') return header;
  switch (units) {
    case 'round':
      return language === 'zh' ? `${header}（${word}）` : `${header} (${word})`;
    case 'square':
      return `${header} [${word}]`;
    case 'slash':
      return language === 'zh' ? `${header}/${word}` : `${header} / ${word}`;
    case 'comma':
      return `${header}, ${word}`;
    case 'in-cell':
    case 'beside':
      return header;
  }
}
