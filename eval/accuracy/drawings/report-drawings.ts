import { printTable } from '../../print-table.ts';
import type { ScoredSkid } from './run-drawing-suite.ts';
import { MATTERS } from './score-skid.ts';
import { DRAWING_FORMS, PICTURED_FORMS } from './write-sheets.ts';

/** Precision and recall of each matter by form, over all seeds, then what was missed and invented. */
export function reportDrawings(skids: readonly ScoredSkid[]): string {
  const rows = [...DRAWING_FORMS, ...PICTURED_FORMS].flatMap((form) => {
    const own = skids.filter((skid) => skid.form === form);
    if (own.length === 0) return [];
    return MATTERS.map((matter) => {
      const sum = (count: 'wanted' | 'found' | 'right'): number => own.reduce((total, { score }) => total + score[matter][count], 0);
      const [wanted, found, right] = [sum('wanted'), sum('found'), sum('right')];
      return [form, matter, own.length, wanted, found, right, share(right, found), share(right, wanted), share(2 * right, found + wanted)];
    });
  });
  const table = printTable(['form', 'matter', 'skids', 'wanted', 'found', 'right', 'precision', 'recall', 'F1'], rows);
  const faults = skids.flatMap((skid) =>
    MATTERS.flatMap((matter) => {
      const { missed, invented } = skid.score[matter];
      const told = [...missed.map((name) => `missed ${name}`), ...invented.map((name) => `invented ${name}`)];
      return told.map((fault) => `${skid.form} ${skid.seed} ${matter}: ${fault}`);
    }),
  );
  return `${table}\n${faults.length === 0 ? '' : `\n${faults.join('\n')}\n`}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(4);
}
