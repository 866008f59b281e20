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
const WORDS = new RegExp(
  `${ZH_EVERY}(?<zh>${Object.keys(ZH_UNITS).join('|')})(?!${ZH_NO_INTERVAL})|\\b(?<en>${Object.keys(EN_WORDS).join('|')})\\b|\\b(?:every|each|per)\\s(?<each>shift|(?<=(?:every|each)\\s)(?:hour|day|week|month|quarter|year))\\b`,
  'gi',
);

/** Intervals said without a number: `每班`, `monthly`, `every week`. */
export function recurringWords(text: string): QuantityMention[] {
  const mentions: QuantityMention[] = [];
  for (const match of text.matchAll(WORDS)) {
    const { zh, en, each } = match.groups ?? {};
    const [value, symbol] = (zh !== undefined ? ZH_UNITS[zh] : en !== undefined ? EN_WORDS[en.toLowerCase()] : undefined) ?? [
      1,
      each?.toLowerCase() ?? '',
    ];
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
