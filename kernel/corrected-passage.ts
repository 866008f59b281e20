import type { PassageCorrection } from './correction.ts';
import type { DecisionId } from './ids.ts';
import type { Cell, Passage } from './passage.ts';

/** A span of a passage's text, UTF-16 offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A passage as people corrected it: what is to be understood, searched and answered from. `printed` keeps it as the document has
 * it, which is what is quoted. A passage without corrections is itself. Anchors of a span are those of the printed one.
 */
export function asCorrected(passage: Passage): Passage {
  const { corrections, runs: _, ...plain } = passage;
  if (corrections === undefined || passage.printed !== undefined) return passage;
  let text = '';
  let at = 0;
  for (const { start, end, text: said } of corrections) {
    text += passage.text.slice(at, start) + said;
    at = end;
  }
  text += passage.text.slice(at);
  const cells = passage.cells?.map(
    (cell): Cell => ({ ...cell, start: moved(corrections, cell, 'start'), end: moved(corrections, cell, 'end') }),
  );
  return { ...plain, text, ...(cells === undefined ? {} : { cells }), corrections, printed: passage };
}

/** Where a span of a passage, as corrected or not, stands as printed, and the decisions that its meaning rests on. */
export function asPrinted(
  passage: Passage,
  { start, end }: Span,
): Span & { readonly passage: Passage; readonly corrections: readonly PassageCorrection[]; readonly decisions: readonly DecisionId[] } {
  const printed = passage.printed ?? passage;
  const touched: PassageCorrection[] = [];
  let [from, to] = [start, end];
  if (passage.printed !== undefined) {
    let grown = 0;
    for (const correction of passage.corrections ?? []) {
      const first = correction.start + grown;
      const last = first + correction.text.length;
      const change = correction.text.length - (correction.end - correction.start);
      grown += change;
      if (start < last && end > first) touched.push(correction);
      if (start >= last) from -= change;
      else if (start > first) from = correction.start;
      if (end >= last) to -= change;
      else if (end > first) to = correction.end;
    }
  }
  // An empty cell that a person filled has no words of its own to quote: the row speaks for it.
  const [shownFrom, shownTo] = to > from ? [from, to] : [0, printed.text.length];
  const roles = (printed.cells ?? []).filter((cell) => cell.start < shownTo && cell.end > shownFrom).flatMap((cell) => cell.decision ?? []);
  const decisions = [...new Set([...touched.map((correction) => correction.decision), ...roles])].sort();
  return { passage: printed, start: shownFrom, end: shownTo, corrections: touched, decisions };
}

/** Where the edge of a cell stands after the corrections before it, and within it for its end. */
function moved(corrections: readonly PassageCorrection[], cell: Cell, edge: 'start' | 'end'): number {
  const before = corrections.filter(({ start, end }) => (edge === 'start' ? end <= cell.start && start < cell.start : end <= cell.end));
  return before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), cell[edge]);
}
