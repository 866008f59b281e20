import { drawOneLine, type OneLine } from '../../../datasets/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
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
    revise: () => ({ drawing: planOneLine(oneLine), changes: [] }),
  };
}
