import { DATE_SIGNS } from '../../ontology/index.ts';
import { type ReadDate, readDate } from '../title-block/read-date.ts';

const CLOCK = String.raw`(?<clock>(?:[\sT,]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)$`;
const SIGNED = new RegExp(`^(?<month>\\d{1,2})\\s*${DATE_SIGNS.month}\\s*(?<day>\\d{1,2})\\s*${DATE_SIGNS.day}?${CLOCK}`, 'u');
const NAMED = new RegExp(`^(?<name>\\p{L}{3,9})\\.?\\s+(?<day>\\d{1,2})${CLOCK}`, 'u');
const DAY_NAMED = new RegExp(`^(?<day>\\d{1,2})\\.?\\s+(?<name>\\p{L}{3,9})\\.?${CLOCK}`, 'u');
const DOTTED = new RegExp(`^(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.${CLOCK}`, 'u');

/** A cell that is a day of a year which it leaves out (3月15日 08:20, `15.03. 08:20`, `Mar 15`), as a day of `year`. */
export function readYearless(text: string, year: number): ReadDate | undefined {
  const plain = text.normalize('NFKC').trim();
  for (const pattern of [SIGNED, DOTTED, NAMED, DAY_NAMED]) {
    const { month, day, name, clock = '' } = pattern.exec(plain)?.groups ?? {};
    if (day === undefined) continue;
    return readDate(name === undefined ? `${year}-${month}-${day}${clock}` : `${day} ${name} ${year}${clock}`, undefined, false);
  }
  return undefined;
}
