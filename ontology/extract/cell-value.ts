import { findQuantities, parseNumeral, type TagGrammar, type Value } from '../../kernel/index.ts';

/** Unit in the brackets of a header: `Torque (N·m)`, `扬程（m）`, `Flow [m³/h]`. */
const HEADER_UNIT = /[(（[]([^)）\]]{1,12})[)）\]]\s*$/u;

/**
 * Value of a cell: a quantity where the cell, with the unit of its row or header, reads as one from end to end; else a number;
 * else the words. `text` is always the words as read.
 */
export function cellValue(text: string, unit: string | undefined, header: string, grammar: TagGrammar): Value {
  const own = wholeQuantity(text, grammar);
  if (own !== undefined) return { kind: 'quantity', text, quantity: own };
  const given = unit ?? HEADER_UNIT.exec(header)?.[1];
  if (given !== undefined) {
    const joined = wholeQuantity(`${text} ${given}`, grammar);
    if (joined !== undefined) return { kind: 'quantity', text, quantity: joined };
  }
  const number = parseNumeral(text);
  return number === undefined ? { kind: 'text', text } : { kind: 'number', text, number };
}

function wholeQuantity(text: string, grammar: TagGrammar) {
  const mentions = findQuantities(text, grammar);
  const only = mentions.length === 1 ? mentions[0] : undefined;
  if (only === undefined || only.quantity.dimension === 'none') return undefined;
  return only.end - only.start >= text.trim().length * 0.6 ? only.quantity : undefined;
}
