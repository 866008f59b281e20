import { printTable } from '../print-table.ts';
import type { EventReport } from './run-event-suite.ts';

/** Precision and recall by set and source, then what rules and models together missed and invented, row by row. */
export function reportEvents(reports: readonly EventReport[]): string {
  const table = printTable(
    ['set', 'source', 'rows', 'marked', 'found', 'right', 'precision', 'recall'],
    reports.map(({ set, source, rows, score: { marked, found, right } }) => [
      set,
      source,
      rows,
      marked,
      found,
      right,
      ratio(right, found),
      ratio(right, marked),
    ]),
  );
  const wrong = reports
    .filter(({ source }) => source === 'both')
    .flatMap(({ score }) => score.wrong)
    .map(({ id, missed, invented }) => `${id}${listed(' missed', missed)}${listed(' invented', invented)}`);
  return `${table}\n\n${wrong.join('\n')}\n`;
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function listed(name: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `${name} ${texts.map((text) => `"${text}"`).join(', ')}`;
}
