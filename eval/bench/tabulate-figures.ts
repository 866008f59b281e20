import { printTable } from '../print-table.ts';
import type { FiguresReport } from './measure-figures.ts';

/** Seconds of each question, held to what a question may take. */
export function tabulateFigures({ rows, ingestSeconds, allowed, questions }: FiguresReport): string {
  const lines = questions.map(({ question, decision, first, firstBusy, again, againBusy }) => [
    question,
    decision,
    `${first.toFixed(1)} / ${firstBusy.toFixed(1)}`,
    `${again.toFixed(1)} / ${againBusy.toFixed(1)}`,
    `≤ ${allowed}: ${Math.max(first, again) <= allowed ? 'met' : 'missed'}`,
  ]);
  const header = [`figures over ${rows} rows, read in ${ingestSeconds.toFixed(0)} s`, '', 's first / of a processor', 's again', ''];
  return printTable(header, lines);
}
