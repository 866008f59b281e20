import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

const iso = (text: string, order: 'ymd' | 'dmy' | 'mdy' | undefined = undefined, compact = false): string | undefined => {
  const date = readDate(text, order, compact);
  return date === undefined ? undefined : `${new Date(date.time).toISOString()} ${date.precision}`;
};

describe('readDate', () => {
  it.each([
    ['2024-03-05', '2024-03-05T00:00:00.000Z day'],
    ['2024/3/5 08:20', '2024-03-05T08:20:00.000Z minute'],
    ['2024-03-05T08:20:11.5+08:00', '2024-03-05T00:20:11.500Z second'],
    ['2024年3月5日 8时20分', '2024-03-05T08:20:00.000Z minute'],
    ['2024年3月5日 下午3点', '2024-03-05T15:00:00.000Z minute'],
    ['24年3月5号', '2024-03-05T00:00:00.000Z day'],
    ['2024/3/5 上午8:20', '2024-03-05T08:20:00.000Z minute'],
    ['２０２４－０３－０５', '2024-03-05T00:00:00.000Z day'],
    ['5-Mar-24', '2024-03-05T00:00:00.000Z day'],
    ['March 5, 2024 3:20 PM', '2024-03-05T15:20:00.000Z minute'],
  ])('reads %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('reads short dates only by the order of their column', () => {
    expect(iso('4/6/16 14:00')).toBeUndefined();
    expect(iso('4/6/16 14:00', 'mdy')).toBe('2016-04-06T14:00:00.000Z minute');
    expect(iso('4/6/16 14:00', 'dmy')).toBe('2016-06-04T14:00:00.000Z minute');
    expect(iso('24.3.5', 'ymd')).toBe('2024-03-05T00:00:00.000Z day');
  });

  it('takes bare digits for a date only where the column is one', () => {
    expect(iso('20240305')).toBeUndefined();
    expect(iso('20240305', undefined, true)).toBe('2024-03-05T00:00:00.000Z day');
  });

  it.each(['2024-02-30', '0/1/00', '1234.02.29', 'P-101', '3.5 bar', '昨天', '2024-13-01'])('takes %s for no date', (text) => {
    expect(iso(text, 'dmy', true)).toBeUndefined();
  });

  it('reads back every day that it is given in ISO and in Chinese form', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const time = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
        const text = new Date(time).toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = text.split('-').map(Number);
        expect(readDate(text, undefined, false)?.time).toBe(time);
        expect(readDate(`${year}年${month}月${dayOfMonth}日`, undefined, false)?.time).toBe(time);
      }),
    );
  });
});
