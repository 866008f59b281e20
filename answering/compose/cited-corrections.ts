import { compareText, type DecisionId, type Passage, type PassageCorrection, type StoredPassage } from '../../kernel/index.ts';
import type { CitedCorrection } from '../answer.ts';

/** Corrections of the words of a span and of the columns that it touches, each with who made it; ordered by place, then decision. */
export function citedCorrections(
  { decisions = [] }: StoredPassage,
  printed: Passage,
  { start, end, corrections }: { readonly start: number; readonly end: number; readonly corrections: readonly PassageCorrection[] },
): readonly CitedCorrection[] {
  const by = (id: DecisionId): Pick<CitedCorrection, 'decision' | 'actor' | 'at' | 'reason'>[] =>
    decisions.flatMap(({ id: decision, actor, at, reason }) => (decision === id ? [{ decision, actor, at, reason }] : []));
  const texts = corrections.flatMap((correction) =>
    by(correction.decision).map(
      (who): CitedCorrection => ({
        ...who,
        kind: 'text',
        read: printed.text.slice(correction.start, correction.end),
        text: correction.text,
      }),
    ),
  );
  const columns = new Map<string, CitedCorrection>();
  for (const { column, role, decision, ...cell } of printed.cells ?? []) {
    if (decision === undefined || cell.start >= end || cell.end <= start) continue;
    for (const who of by(decision)) columns.set(decision, { ...who, kind: 'column', column, role: role ?? null });
  }
  return [...texts, ...[...columns.entries()].sort(([a], [b]) => compareText(a, b)).map(([, cited]) => cited)];
}
