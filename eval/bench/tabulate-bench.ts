import { printTable } from '../print-table.ts';
import type { BenchReport, Measurement } from './run-bench.ts';

/** The measurements beside their budgets, with what they were measured on. */
export function tabulateBench({ passages, processors, load, measurements }: BenchReport): string {
  const rows = measurements.map((one) => [one.work, round(one.figure), one.unit, budgetText(one), verdict(one), one.note]);
  return [
    `${passages} passages; ${processors} processors; load ${load.map((value) => value.toFixed(1)).join(' → ')}${Math.max(...load) > processors ? ' (others were at work: times are too long)' : ''}`,
    printTable(['work', 'figure', 'unit', 'budget', '', 'note'], rows),
  ].join('\n');
}

function round(figure: number): number {
  return figure >= 100 ? Math.round(figure) : Math.round(figure * 10) / 10;
}

function budgetText({ budget }: Measurement): string {
  return budget === undefined ? '' : `${budget.better === 'more' ? '≥' : '≤'} ${budget.limit}`;
}

function verdict({ budget, figure }: Measurement): string {
  if (budget === undefined) return '';
  return (budget.better === 'more' ? figure >= budget.limit : figure <= budget.limit) ? 'met' : 'missed';
}
