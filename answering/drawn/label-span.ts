import type { StoredPassage } from '../../kernel/index.ts';
import type { Span } from '../compose/composition.ts';

/** A label as evidence of what is drawn: it is about what it names, whatever is asked. */
export function labelSpan(stored: StoredPassage, start = 0, end = stored.passage.text.length): Span {
  return { stored, start, end, isLabel: true };
}
