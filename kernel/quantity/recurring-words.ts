import type { QuantityMention } from '../units/quantity.ts';
import { unitOf } from '../units/units.ts';
import { ZH_EVERY, ZH_NO_INTERVAL, ZH_UNITS } from './recurring.data.ts';

const EN_WORDS: Readonly<Record<string, readonly [number, string]>> = {
  hourly: [1, 'h'],
  daily: [1, 'd'],
  weekly: [1, 'week'],
  monthly: [1, 'month'],
  quarterly: [1, 'quarter'],
  'semi-annually': [6, 'month'],
  'semi-annual': [6, 'month'],
  'half-yearly': [6, 'month'],
  yearly: [1, 'year'],
  annually: [1, 'year'],
  annual: [1, 'year'],
};
/** In how many parts `twice a day` parts a day. */
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2 };
const WORDS = new RegExp(
  `${ZH_EVERY}(?<zh>${Object.keys(ZH_UNITS).join('|')})(?!${ZH_NO_INTERVAL})|\\b(?<en>${Object.keys(EN_WORDS).join('|')})\\b|\\b(?:every|each|per)\\s(?<each>shift|(?<=(?:every|each)\\s)(?:hour|day|week|month|quarter|year))\\b|\\b(?<times>once|twice)\\s(?:an?|per|each)\\s(?<of>shift|hour|day|week|month|quarter|year)\\b`,
  'gi',
);

function intervalOf({ zh, en, each, times, of }: Readonly<Record<string, string | undefined>>): readonly [number, string] {
  const listed = zh !== undefined ? ZH_UNITS[zh] : en !== undefined ? EN_WORDS[en.toLowerCase()] : undefined;
  return listed ?? [1 / (TIMES[times?.toLowerCase() ?? ''] ?? 1), (each ?? of ?? '').toLowerCase()];
}

/** Intervals said without a number: `每班`, `monthly`, `every week`, `once a year`. */
export function recurringWords(text: string): QuantityMention[] {
  const mentions: QuantityMention[] = [];
  for (const match of text.matchAll(WORDS)) {
    const [value, symbol] = intervalOf(match.groups ?? {});
    const unit = unitOf(symbol);
    if (unit === undefined) continue;
    const si = value * unit.factor;
    mentions.push({
      quantity: {
        low: value,
        high: value,
        unit: unit.symbol,
        dimension: 'time',
        comparator: '=',
        si: { low: si, high: si },
        decimals: Number.isInteger(value) ? 0 : 1,
        recurring: true,
      },
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return mentions;
}
