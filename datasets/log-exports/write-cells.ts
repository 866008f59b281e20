import type { ExportStyle } from './export-style.ts';

/** A number in the style's form, with as many decimals as given. */
export function writeNumber(number: number, decimals: number, { decimal, thousands }: ExportStyle): string {
  const [whole = '', part] = number.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, thousands);
  return part === undefined ? grouped : `${grouped}${decimal}${part}`;
}

const MONTHS = 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(',');

/** A time in the style's form, to the minute or to the day. */
export function writeDate(time: number, { dates }: ExportStyle, language: 'zh' | 'en' | 'de', toMinute: boolean): string {
  const iso = new Date(time).toISOString();
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)] as const;
  const clock = toMinute ? ` ${iso.slice(11, 16)}` : '';
  switch (dates) {
    case 'iso':
    case 'native':
      return `${year}-${month}-${day}${clock}`;
    case 'slash-ymd':
      return `${year}/${Number(month)}/${Number(day)}${clock}`;
    case 'dot-ymd':
      return `${year}.${month}.${day}${clock}`;
    case 'dot-dmy':
      return `${day}.${month}.${year}${clock}`;
    case 'slash-mdy':
      return `${Number(month)}/${Number(day)}/${year}${clock}`;
    case 'han':
      return `${year}年${Number(month)}月${Number(day)}日${clock}`;
    case 'named':
      return `${day} ${MONTHS[Number(month) - 1]} ${year}${clock}`;
    case 'compact':
      return toMinute ? `${year}-${month}-${day}${clock}` : `${year}${month}${day}`;
    case 'no-year':
      return language === 'zh'
        ? `${Number(month)}月${Number(day)}日${clock}`
        : language === 'de'
          ? `${day}.${month}.${clock}`
          : `${MONTHS[Number(month) - 1]} ${Number(day)}${clock}`;
  }
}
