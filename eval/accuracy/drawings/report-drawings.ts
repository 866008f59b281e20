import { printTable } from '../../print-table.ts';
import { MATTERS } from './drawing-plan.ts';
import type { ScoredDrawing } from './run-drawing-suite.ts';
import { DRAWING_FORMS, PICTURED_FORMS } from './write-sheets.ts';

/** Precision and recall of each matter by form, over all seeds, then what was missed and invented. */
export function reportDrawings(drawings: readonly ScoredDrawing[]): string {
  const rows = [...DRAWING_FORMS, ...PICTURED_FORMS].flatMap((form) => {
    const own = drawings.filter((drawing) => drawing.form === form);
    if (own.length === 0) return [];
    return MATTERS.filter((matter) => own.some(({ score }) => score[matter] !== undefined)).map((matter) => {
      const sum = (count: 'wanted' | 'found' | 'right'): number =>
        own.reduce((total, { score }) => total + (score[matter]?.[count] ?? 0), 0);
      const [wanted, found, right] = [sum('wanted'), sum('found'), sum('right')];
      return [form, matter, own.length, wanted, found, right, share(right, found), share(right, wanted), share(2 * right, found + wanted)];
    });
  });
  const table = printTable(['form', 'matter', 'drawings', 'wanted', 'found', 'right', 'precision', 'recall', 'F1'], rows);
  const faults = drawings.flatMap(({ seed, form, score }) =>
    MATTERS.flatMap((matter) => {
      const { missed = [], invented = [] } = score[matter] ?? {};
      const told = [...missed.map((name) => `missed ${name}`), ...invented.map((name) => `invented ${name}`)];
      return told.map((fault) => `${form} ${seed} ${matter}: ${fault}`);
    }),
  );
  return `${table}\n${faults.length === 0 ? '' : `\n${faults.join('\n')}\n`}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(4);
}
