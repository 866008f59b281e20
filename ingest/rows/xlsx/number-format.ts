const MILLISECONDS_A_DAY = 86_400_000;
/** Serial number of 1970-01-01 in days since 1899-12-30. */
const UNIX_EPOCH_SERIAL = 25_569;

/** Colours, conditions and locales; not elapsed time. No bracket within brackets, else each of a run would be followed to the end. */
const BRACKETS = /\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi;

/** Whether a number format shows dates: the built-in ones (ECMA-376 part 1, 18.8.30, with the East Asian ones) or by its code. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const plain = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(BRACKETS, '');
  return /[ymdhs]/i.test(plain) && !/general/i.test(plain) && !/[#?]/.test(plain);
}

export function isPercentFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? id === 9 || id === 10 : /%/.test(code.replace(/"[^"]*"/g, ''));
}

/** A serial date as its text and time, or the text alone for a time of day. */
export function readSerialDate(
  serial: number,
  dayOffset: number,
): { readonly text: string; readonly date?: { readonly time: number; readonly precision: 'day' | 'minute' | 'second' } } {
  const time = Math.round(((serial + dayOffset - UNIX_EPOCH_SERIAL) * MILLISECONDS_A_DAY) / 1000) * 1000;
  const stamp = new Date(time);
  if (Number.isNaN(stamp.getTime())) return { text: String(serial) };
  const iso = stamp.toISOString();
  if (serial >= 0 && serial < 1) return { text: iso.slice(11, iso.endsWith(':00.000Z') ? 16 : 19) };
  const precision = iso.endsWith('T00:00:00.000Z') ? 'day' : iso.endsWith(':00.000Z') ? 'minute' : 'second';
  const length = { day: 10, minute: 16, second: 19 }[precision];
  return { text: iso.slice(0, length).replace('T', ' '), date: { time, precision } };
}
