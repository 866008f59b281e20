import type { Question } from '../question/question.ts';
import { askedWords } from './asked-words.ts';
import { compareUnits, type ScoredUnit } from './score-units.ts';
import { tableOf } from './with-tables.ts';

/** Rows that are told together, at most; of more the best stands for itself. */
const MOST_ALIKE = 6;

/**
 * Rows of the table of the best row that are asked for as much as it is, the best among them: nothing that the question
 * says tells them apart (the bolts of the cover and those of the foot, where `the bolts` are asked for), and to tell one alone would hide
 * that there are others. The best alone where it is what was asked for by its whole name.
 */
export function askedAlike(question: Question, best: ScoredUnit, fit: readonly ScoredUnit[]): readonly ScoredUnit[] {
  if (best.unit.cells.length === 0 || best.guessed) return [best];
  const asked = askedWords(question);
  if (!isAboutMore(asked, best)) return [best];
  const table = tableOf(best.unit.stored);
  const alike = fit.filter(
    (other) =>
      other === best ||
      (other.unit.cells.length > 0 &&
        tableOf(other.unit.stored) === table &&
        !other.guessed &&
        other.relation === best.relation &&
        other.keyShare >= best.keyShare &&
        isAboutMore(asked, other)),
  );
  return alike.length > MOST_ALIKE ? [best] : [...alike].sort((a, b) => compareUnits(a.unit, b.unit));
}

/** Whether what a row is about is worded by more than the question has: it is one of the kind that is asked for. */
function isAboutMore(asked: ReadonlySet<string>, { keyCells }: ScoredUnit): boolean {
  return keyCells.some(({ bag }) => [...bag.words].some((word) => !asked.has(word)));
}
