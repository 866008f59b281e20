import { positionOf, reviseSkid, type Skid, type SkidChange } from '../../../datasets/index.ts';
import { foldIdentifier } from '../../../kernel/index.ts';
import type { PlannedDrawing } from './drawing-plan.ts';
import { gradeDrawnAnswer } from './grade-drawn-answer.ts';
import { scoreSkid } from './score-skid.ts';
import { skidQuestions } from './skid-questions.ts';
import { writeSheets } from './write-sheets.ts';

/** The sheets of a skid, with pipes, valves and instruments. */
export function planSkid(skid: Skid): PlannedDrawing {
  const numbers = skid.sheets.map(({ number }) => number);
  return {
    numbers,
    revision: skid.revisions.at(-1)?.label ?? '',
    write: (form) => writeSheets(skid, form),
    score: (sheets, grammar) => scoreSkid(skid, sheets, grammar),
    questions: () => skidQuestions(skid),
    grade: gradeDrawnAnswer,
    revise: () => {
      const { skid: revised, changes } = reviseSkid(skid);
      return { drawing: planSkid(revised), changes: changes.flatMap((change) => wantedOf(change, numbers)) };
    },
  };
}

/** A title stands on every sheet. How a valve stands counts by what it means: a file that draws nothing says it in words of its own. */
function wantedOf({ sheet, kind, what, name, after = '' }: SkidChange, sheets: readonly string[]): readonly string[] {
  const now = what === 'mark' ? (positionOf(after) ?? after) : foldIdentifier(after);
  const is = kind === 'altered' ? now : '';
  if (what === 'title') return sheets.map((one) => [one, kind, 'title-block', foldIdentifier(name), is].join(' '));
  return [[sheet, kind, what, foldIdentifier(name), is].join(' ')];
}
