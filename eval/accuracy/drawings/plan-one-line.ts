import { drawOneLine, type OneLine, type OneLineChange, reviseOneLine } from '../../../datasets/index.ts';
import { FaultlineError, foldIdentifier } from '../../../kernel/index.ts';
import type { PlannedDrawing } from './drawing-plan.ts';
import { gradeDrawnAnswer } from './grade-drawn-answer.ts';
import { oneLineQuestions } from './one-line-questions.ts';
import { scoreOneLine } from './score-one-line.ts';
import { writeDrawnSheets } from './write-sheets.ts';

/** The sheet of a one-line diagram. No file states what it shows: DEXPI has no electrical things. */
export function planOneLine(oneLine: OneLine): PlannedDrawing {
  return {
    numbers: [oneLine.number],
    revision: oneLine.revisions.at(-1)?.label ?? '',
    write: async (form) => {
      if (form === 'dexpi' || form === 'dexpi-2')
        throw new FaultlineError('invalid-request', `A one-line diagram is not written as ${form}; take dxf, svg or pdf.`);
      return writeDrawnSheets([drawOneLine(oneLine)], oneLine, form);
    },
    score: (sheets, grammar) => scoreOneLine(oneLine, sheets.flat(), grammar),
    questions: () => oneLineQuestions(oneLine),
    grade: gradeDrawnAnswer,
    revise: () => {
      const { oneLine: revised, changes } = reviseOneLine(oneLine);
      return { drawing: planOneLine(revised), changes: changes.map((change) => wantedOf(change, oneLine.number)) };
    },
  };
}

function wantedOf({ kind, what, name, after = '' }: OneLineChange, number: string): string {
  // Of a rating the quantity counts, not the signs printed around it.
  const now = what === 'rating' ? (/\d+ ?A/u.exec(after)?.[0] ?? after) : after;
  const is = kind === 'altered' ? foldIdentifier(now) : '';
  return [number, kind, what === 'title' ? 'title-block' : what, foldIdentifier(name), is].join(' ');
}
