import type { Random } from '../demo-plant/random.ts';
import type { ExportField, ExportLanguage } from './export-fields.ts';
import { ASSETS, CHECKS, KINDS, PEOPLE, PLACES, SEVERITIES, SHIFTS, STATES, STATUSES, TROUBLES } from './log-words.ts';

/** What a log says of one event, by field; times are milliseconds since 1970, UTC, hours are hours. */
export type LoggedEvent = Readonly<Partial<Record<ExportField, string | number>>>;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Events of a plant in the order of their time, all in one year. */
export function makeLog(random: Random, language: ExportLanguage, count: number): readonly LoggedEvent[] {
  const year = random.integer(2019, 2024);
  const assets = random.pick(ASSETS);
  const first = Date.UTC(year, random.integer(0, 3), random.integer(1, 28));
  let order = random.integer(10_000, 900_000);
  let time = first;
  return Array.from({ length: count }, (_, row): LoggedEvent => {
    time += random.integer(30, 3 * 1440) * MINUTE;
    if (new Date(time).getUTCFullYear() !== year) time = first;
    order += random.integer(1, 9);
    const [tag, ...names] = random.pick(assets);
    const [text, cause, action] = random.pick(TROUBLES[language]);
    const [item, standard] = random.pick(CHECKS[language]);
    const hours = random.integer(5, 480) / 10;
    const word = (words: Readonly<Record<ExportLanguage, readonly string[]>>): string => random.pick(words[language]);
    const maybe = <T>(value: T, probability: number): T | undefined => (random.chance(probability) ? value : undefined);
    const event = {
      row: row + 1,
      order: String(order),
      'order-type': word(KINDS),
      asset: tag,
      'asset-name': names[{ zh: 0, en: 1, de: 2 }[language]] ?? tag,
      location: word(PLACES),
      text,
      cause: maybe(cause, 0.85),
      action: maybe(action, 0.9),
      date: time,
      'end-date': maybe(time + Math.round(hours * 60) * MINUTE, 0.9),
      downtime: maybe(hours, 0.85),
      labour: hours,
      cost: maybe(random.integer(2_000, 900_000) / 100, 0.9),
      material: maybe(random.integer(500, 300_000) / 100, 0.8),
      status: word(STATUSES),
      priority: String(random.integer(1, 4)),
      'failure-code': maybe(`F${random.integer(10, 24)}`, 0.85),
      person: word(PEOPLE),
      shift: word(SHIFTS),
      'alarm-tag': `${random.pick(['PT', 'TT', 'LT', 'XA'])}-${random.integer(100, 112)}`,
      'alarm-text': text,
      severity: word(SEVERITIES),
      'alarm-state': word(STATES),
      item,
      standard,
      value: random.integer(30, 90) / 10,
    };
    return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as LoggedEvent;
  });
}

/** The days of the month in which `time` lies. */
export function daysOfMonth(time: number): readonly number[] {
  const at = new Date(time);
  const from = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  const to = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return Array.from({ length: (to - from) / DAY }, (_, day) => from + day * DAY);
}
