import { printTable } from '../../print-table.ts';
import { DRAWN_GRADES } from './grade-drawn-answer.ts';
import type { GradedDrawnQuestion } from './run-drawing-questions.ts';

/** Grades by kind of question, then over all, then each question that is not right. */
export function reportDrawingQuestions(graded: readonly GradedDrawnQuestion[]): string {
  const kinds = [...new Set(graded.map(({ kind }) => kind))];
  const row = (name: string, own: readonly GradedDrawnQuestion[]): (string | number)[] => {
    const counts = DRAWN_GRADES.map((grade) => own.filter((one) => one.grade === grade).length);
    const [right = 0, , , wrong = 0] = counts;
    return [name, own.length, ...counts, share(right, own.length), share(wrong, own.length)];
  };
  const rows = [
    ...kinds.map((kind) =>
      row(
        kind,
        graded.filter((one) => one.kind === kind),
      ),
    ),
    row('all', graded),
  ];
  const table = printTable(['kind', 'asked', ...DRAWN_GRADES, 'right of all', 'wrong of all'], rows);
  const faults = graded
    .filter(({ grade }) => grade !== 'right')
    .map(
      ({ seed, form, kind, grade, question, wanted, decision, told }) =>
        `${form} ${seed} ${kind} ${grade}: ${question}\n  wanted ${wanted.join(' | ')}\n  ${decision}: ${told.join(' | ')}`,
    );
  return `${table}\n${faults.length === 0 ? '' : `\n${faults.join('\n')}\n`}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(4);
}
