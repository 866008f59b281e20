import { type Filter, findQuantities, parseNumeral, type TagGrammar } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import { scaleTo } from '../scale-to.ts';
import { withoutNoise } from '../without-noise.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number that a question bounds a column with, in the column's unit; from `low` to `high` where it is a range. */
interface Bound {
  readonly low: number;
  readonly high: number;
  readonly comparator: '=' | '<' | '<=' | '>' | '>=';
}

/**
 * The bound that words of a question set a column of numbers, as the question compares (`at least`, 以上), else as the model read it.
 * Undefined where no number is read, or its unit is another one.
 */
export function numberFilter(
  { text, grammar }: { readonly text: string; readonly grammar: TagGrammar },
  column: LogColumn,
  words: readonly Span[],
  operator: '>' | '<' | 'in' | '=',
): Filter | undefined {
  const { field } = column;
  const bounds = words.map((span) => boundOf(text, grammar, column, span));
  const [one, other] = bounds;
  if (one === undefined || bounds.includes(undefined) || bounds.length > 2) return undefined;
  const [low, high] = [Math.min(one.low, other?.low ?? one.low), Math.max(one.high, other?.high ?? one.high)];
  if (low !== high)
    return {
      kind: 'all',
      filters: [
        { kind: 'compare', field, operator: '>=', value: low },
        { kind: 'compare', field, operator: '<=', value: high },
      ],
    };
  if (operator === 'in' || other !== undefined) return undefined;
  if (operator === '=') return one.comparator === '=' ? { kind: 'equals', field, value: low } : undefined;
  const said = one.comparator === '=' ? operator : one.comparator;
  // `>` read where the question says `at most`: one of them is wrong.
  return said.startsWith(operator) ? { kind: 'compare', field, operator: said, value: low } : undefined;
}

function boundOf(text: string, grammar: TagGrammar, column: LogColumn, span: Span): Bound | undefined {
  const found = findQuantities(text, grammar).find(({ start, end }) => start < span.end && span.start < end);
  if (found === undefined) {
    const number = parseNumeral(text.slice(span.start, span.end).trim());
    return number === undefined ? undefined : { low: number, high: number, comparator: '=' };
  }
  const { quantity } = found;
  const scale = quantity.comparator === '~' || quantity.recurring ? undefined : scaleTo(column, quantity, grammar);
  if (scale === undefined || quantity.comparator === '~') return undefined;
  return { low: withoutNoise(quantity.low * scale), high: withoutNoise(quantity.high * scale), comparator: quantity.comparator };
}
