import type { TagGrammar } from '../identifier/tag-grammar.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { Comparator, Dimension, Quantity, QuantityMention } from '../units/quantity.ts';
import { type UnitOfMeasure, unitOf } from '../units/units.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import { maskedSpans } from './masked-spans.ts';
import { type NumberToken, numberTokens } from './number-tokens.ts';
import { DIFFERENCE, EVERY_AFTER, EVERY_BEFORE, OF_HEAT } from './quantity-words.data.ts';
import { type Reading, readQuantity, toSi } from './read-quantity.ts';
import { recurringWords } from './recurring-words.ts';

/**
 * Quantities of a text in order: numbers, ranges and tolerances with unit, comparator and whether they recur. Numbers without
 * a unit come with dimension `none`, so that each can be checked; numbers in identifiers (as the grammar finds them), dates, section
 * numbers, list markers and references do not.
 */
export function findQuantities(text: string, grammar: TagGrammar): QuantityMention[] {
  const plain = foldWidth(text);
  const tokens = freeTokens(text, plain, grammar);
  const mentions: QuantityMention[] = recurringWords(plain);
  for (let at = 0; at < tokens.length; ) {
    const reading = readQuantity(plain, tokens, at);
    if (reading === undefined) {
      at += 1;
      continue;
    }
    mentions.push(finish(plain, reading));
    at += reading.used;
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Number tokens outside identifiers, dates and the like; both lists are ordered, so one pass does. */
function freeTokens(text: string, plain: string, grammar: TagGrammar): NumberToken[] {
  const masks = [...maskedSpans(plain), ...grammar.find(text)].sort((a, b) => a.start - b.start);
  let next = 0;
  let masked = 0;
  return numberTokens(plain).filter((token) => {
    for (let mask = masks[next]; mask !== undefined && mask.start <= token.numeralStart; next += 1, mask = masks[next]) {
      masked = Math.max(masked, mask.end);
    }
    return token.numeralStart >= masked;
  });
}

function finish(text: string, reading: Reading): QuantityMention {
  const before = comparatorBefore(text, reading.start);
  const after = comparatorAfter(text, reading.end);
  const single = reading.low === reading.high && reading.tolerance === undefined;
  const bound = single ? pick(before?.comparator, after?.comparator) : '=';
  const start = before !== undefined && single ? before.start : reading.start;
  const end = after !== undefined && single && bound === after.comparator ? after.end : reading.end;
  const context = text.slice(Math.max(0, reading.start - 40), reading.start);
  const unit = inContext(reading.unit, context);
  const recurring = isRecurring(unit.dimension, context, text.slice(reading.end, reading.end + 12));
  const dimension: Dimension = recurring && /^(?:km|mile)$/.test(unit.symbol) ? 'distance-travelled' : unit.dimension;
  const quantity: Quantity = {
    low: reading.low,
    high: reading.high,
    unit: unit.symbol,
    dimension,
    comparator: bound,
    ...(reading.tolerance === undefined ? {} : { tolerance: reading.tolerance }),
    si: { low: toSi(reading.low, unit), high: toSi(reading.high, unit) },
    decimals: reading.decimals,
    recurring,
  };
  return { quantity, start, end };
}

function pick(before: Comparator | undefined, after: Comparator | undefined): Comparator {
  return (after === '~' ? before : after) ?? before ?? after ?? '=';
}

/** Degrees in a rise are a difference; degrees of heat are no angle. */
function inContext(unit: UnitOfMeasure, context: string): UnitOfMeasure {
  if (unit.symbol === '°' && OF_HEAT.test(context.slice(-12))) return inContext(unitOf('°C') ?? unit, context);
  if (unit.dimension !== 'temperature' || !DIFFERENCE.test(context)) return unit;
  return { ...unit, dimension: 'temperature-difference', offset: 0 };
}

function isRecurring(dimension: Dimension, before: string, after: string): boolean {
  if (dimension !== 'time' && dimension !== 'cycles' && dimension !== 'length') return false;
  return EVERY_BEFORE.test(before) || (dimension === 'time' && EVERY_AFTER.test(after));
}
